package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A vote for a request. */
@Component
class Approve implements Action {
    private final Approvals approvals;
    private final VoteAnswers answers;

    Approve(Approvals approvals, VoteAnswers answers) {
        this.approvals = approvals;
        this.answers = answers;
    }

    @Override
    public String verb() {
        return "approve";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String request = action.arguments().getOrDefault("request", "");
        String seen = action.arguments().get("size");
        return new Outcome.Decide(() -> answers.answer(
                seen == null ? approvals.approve(request, clicker) : approvals.approve(request, clicker, seen),
                action,
                clicker));
    }
}
