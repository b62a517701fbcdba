package dev.hallm.bot.command.access;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.view.AccessCard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user access}: addresses and first steps; the credentials only behind a button, and only for the owner. */
@Component
class UserAccess implements Command<UserAccess.Arguments> {
    private final AccessCard card;
    private final OwnTenants own;

    UserAccess(AccessCard card, OwnTenants own) {
        this.card = card;
        this.own = own;
    }

    record Arguments(@Nullable Tenant name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user access", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return own.about(arguments.name(), asker, "user access", tenant -> new Outcome.Answer(card.of(tenant, asker)));
    }
}
