package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.RequestDetails;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a decided request as it was, to the one who clicks. */
@Component
class ShowRequest implements Action {
    private final Approvals approvals;
    private final RequestDetails details;

    ShowRequest(Approvals approvals, RequestDetails details) {
        this.approvals = approvals;
        this.details = details;
    }

    @Override
    public String verb() {
        return "request-details";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return approvals
                .find(action.argument("request"))
                .<Outcome>map(request -> new Outcome.Answer(details.of(request, clicker)))
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
