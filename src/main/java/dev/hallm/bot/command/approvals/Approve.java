package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.VoteResult;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A vote for a request. */
@Component
class Approve implements Action {
    /** The argument of whoever approves although there is no room. */
    static final String ANYWAY = "anyway";

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
        String request = action.argument("request");
        String seen = action.arguments().get("size");
        boolean anyway = action.arguments().containsKey(ANYWAY);
        return new Outcome.Decide(() -> answers.answer(vote(request, clicker, seen, anyway), action, clicker));
    }

    private VoteResult vote(String request, Person clicker, @Nullable String seen, boolean anyway) {
        if (anyway) {
            return approvals.approveAnyway(request, clicker, seen);
        }
        return seen == null ? approvals.approve(request, clicker) : approvals.approve(request, clicker, seen);
    }
}
