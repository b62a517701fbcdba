package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns the page of a list. */
@Component
class ListPage implements Action {
    private final TenantPages pages;

    ListPage(TenantPages pages) {
        this.pages = pages;
    }

    @Override
    public String verb() {
        return "list-page";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        if (!clicker.has(Role.ADMIN)) {
            return Outcome.refuse("refuse.not-yours");
        }
        int page = Integer.parseInt(action.arguments().getOrDefault("page", "1"));
        return new Outcome.Replace(pages.page(TenantFilter.of(action.arguments()), page, clicker));
    }
}
