package dev.hallm.bot.command.tenants;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user create}: asks for a tenant in somebody's name. */
@Component
class UserCreate implements Command<UserCreate.Arguments> {
    private final Sizes sizes;
    private final NewTenants rules;

    UserCreate(Sizes sizes, NewTenants rules) {
        this.sizes = sizes;
        this.rules = rules;
    }

    record Arguments(
            TenantName name,
            @Nullable ChatAccount owner,
            @Nullable StackSize size,
            @Nullable String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user create", Arguments.class, Role.ADMIN);
    }

    @Override
    public boolean wishes() {
        return true;
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        ChatAccount owner = Optional.ofNullable(arguments.owner()).orElse(asker.account());
        StackSize size = Optional.ofNullable(arguments.size())
                .orElseGet(() -> sizes.all().iterator().next());
        String reason = Optional.ofNullable(arguments.reason()).orElse("");
        var wish = new Operation.Provision(arguments.name(), owner, asker.account(), size, reason);
        return rules.objection(wish).orElseGet(() -> new Outcome.Submit(wish));
    }
}
