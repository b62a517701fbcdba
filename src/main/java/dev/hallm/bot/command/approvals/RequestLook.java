package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.Map;

/** Shows something of a request to the one who clicks, and changes nothing. */
abstract class RequestLook implements Action {
    private final Approvals approvals;

    RequestLook(Approvals approvals) {
        this.approvals = approvals;
    }

    abstract Message show(Request request, Person clicker);

    @Override
    public final First first() {
        return First.PRIVATE;
    }

    @Override
    public final Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return approvals
                .find(action.argument("request"))
                .<Outcome>map(request -> new Outcome.Answer(show(request, clicker)))
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
