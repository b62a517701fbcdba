package dev.hallm.bot.command.access;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tenant that a button names, if it is the clicker's own by now; an admin's is not enough. */
@Component
class OwnedTenant {
    private final OwnTenants own;

    OwnedTenant(OwnTenants own) {
        this.own = own;
    }

    Optional<Tenant> of(ActionRequest action, Person clicker) {
        String name = nameIn(action);
        return own.of(clicker.accounts()).stream()
                .filter(tenant -> tenant.name().value().equals(name))
                .findFirst();
    }

    static String nameIn(ActionRequest action) {
        return action.argument("tenant");
    }
}
