package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.WithdrawResult;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.OperationWords;
import org.springframework.stereotype.Component;

/** Takes a person's own request back, and says what came of it. */
@Component
class Withdrawals {
    private final Approvals approvals;
    private final VoteAnswers votes;

    Withdrawals(Approvals approvals, VoteAnswers votes) {
        this.approvals = approvals;
        this.votes = votes;
    }

    Outcome withdraw(String id, Person by) {
        return new Outcome.Decide(() -> switch (approvals.withdraw(id, by)) {
            case WithdrawResult.Withdrawn(Request request) ->
                new Outcome.Answer(Message.text(
                        Tone.NEUTRAL, text("withdrawn", "tenant", OperationWords.what(request.operation()))));
            case WithdrawResult.Closed(Request request) -> votes.closed(request);
            case WithdrawResult.NotYours _ -> Outcome.refuse("refuse.withdraw.not-yours");
            case WithdrawResult.Unknown _ -> Outcome.refuse("refuse.stale-button");
        });
    }
}
