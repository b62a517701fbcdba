package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.OperationWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A vote against a request; asks for the reason, which the requester is told. */
@Component
class Deny implements Action {
    private static final TextForm FORM = TextForm.required("deny", "reason");

    private final Approvals approvals;
    private final VoteAnswers answers;

    Deny(Approvals approvals, VoteAnswers answers) {
        this.approvals = approvals;
        this.answers = answers;
    }

    @Override
    public String verb() {
        return "deny";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        String tenant = approvals
                .find(action.argument("request"))
                .map(request -> OperationWords.what(request.operation()))
                .orElse("");
        return FORM.of(actionId, "tenant", tenant);
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String request = action.argument("request");
        return FORM.with(
                values,
                reason -> new Outcome.Decide(
                        () -> answers.answer(approvals.deny(request, clicker, reason), action, clicker)));
    }
}
