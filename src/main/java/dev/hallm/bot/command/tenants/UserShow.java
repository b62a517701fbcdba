package dev.hallm.bot.command.tenants;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user show}: one tenant; without a name the asker's own. */
@Component
class UserShow implements Command<UserShow.Arguments> {
    private final TenantCards cards;
    private final OwnTenants own;

    UserShow(TenantCards cards, OwnTenants own) {
        this.cards = cards;
        this.own = own;
    }

    record Arguments(@Nullable Tenant name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user show", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return own.about(arguments.name(), asker, "user show", tenant -> new Outcome.Answer(cards.of(tenant, asker)));
    }
}
