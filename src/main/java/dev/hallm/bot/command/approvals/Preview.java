package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.PreviewTable;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what a request would create, to the one who clicks. */
@Component
class Preview implements Action {
    private final Approvals approvals;
    private final PreviewTable table;

    Preview(Approvals approvals, PreviewTable table) {
        this.approvals = approvals;
        this.table = table;
    }

    @Override
    public String verb() {
        return "preview";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return approvals
                .find(action.argument("request"))
                .<Outcome>map(request -> new Outcome.Answer(table.of(request.operation())))
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
