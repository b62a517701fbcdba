package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Questions.Result;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.view.OperationWords;
import org.springframework.stereotype.Component;

/** Tells people what became of their question or answer. */
@Component
class QuestionAnswers {
    private final VoteAnswers votes;

    QuestionAnswers(VoteAnswers votes) {
        this.votes = votes;
    }

    /** The card shows the question by itself. */
    Outcome toQuestion(Result result) {
        return result instanceof Result.Told ? new Outcome.Silent() : refusal(result);
    }

    /** The question gives way to what was said. */
    Outcome toAnswer(Result result, String answer) {
        return result instanceof Result.Told(Request request)
                ? new Outcome.Replace(
                        Message.text(Tone.GOOD, text("answer.done", "tenant", tenant(request), "text", answer)))
                : refusal(result);
    }

    private Outcome refusal(Result result) {
        return switch (result) {
            case Result.Told _ -> new Outcome.Silent();
            case Result.Closed(Request request) -> votes.closed(request);
            case Result.NotAVoter(Request request) ->
                Outcome.refuse("refuse.vote.role", "role", request.voters().word());
            case Result.OwnRequest(Request request) -> Outcome.refuse("refuse.vote.own", "tenant", tenant(request));
            case Result.TooMany(Request request) -> Outcome.refuse("refuse.ask.too-many", "tenant", tenant(request));
            case Result.Answered(Request request) -> Outcome.refuse("refuse.answer.again", "tenant", tenant(request));
            case Result.NotAsked _ -> Outcome.refuse("refuse.not-yours");
            case Result.Unknown _ -> Outcome.refuse("refuse.stale-button");
        };
    }

    private static String tenant(Request request) {
        return OperationWords.what(request.operation());
    }
}
