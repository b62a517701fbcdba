package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at a tenant again, in place. */
@Component
class ShowAgain implements Action {
    private final TenantCards cards;
    private final OwnTenants own;

    ShowAgain(TenantCards cards, OwnTenants own) {
        this.cards = cards;
        this.own = own;
    }

    @Override
    public String verb() {
        return "show";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return own.find(action.argument("tenant"), clicker)
                .<Outcome>map(tenant -> new Outcome.Replace(cards.of(tenant, clicker)))
                .orElseGet(() -> Outcome.refuse("refuse.tenant-gone"));
    }
}
