package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives a whole list as a file. */
@Component
class ListCsv implements Action {
    private final TenantPages pages;

    ListCsv(TenantPages pages) {
        this.pages = pages;
    }

    @Override
    public String verb() {
        return "list-csv";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return clicker.has(Role.ADMIN)
                ? new Outcome.Answer(pages.csv(TenantFilter.of(action.arguments())))
                : Outcome.refuse("refuse.not-yours");
    }
}
