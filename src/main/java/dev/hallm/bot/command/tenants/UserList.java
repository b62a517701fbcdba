package dev.hallm.bot.command.tenants;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.TenantPhase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user list}: all tenants, from memory. */
@Component
class UserList implements Command<UserList.Arguments> {
    private final TenantPages pages;

    UserList(TenantPages pages) {
        this.pages = pages;
    }

    record Arguments(@Nullable TenantPhase phase, @Nullable ChatAccount owner) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user list", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Answer(pages.page(new TenantFilter(arguments.phase(), arguments.owner()), 1, asker));
    }
}
