package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of a request, in words for the requester, and for approvers who have let it wait. */
@Component
class RequestNews {
    private static final int MOST_CALLED = 5;

    private final People people;
    private final Approvals approvals;

    RequestNews(People people, Approvals approvals) {
        this.people = people;
        this.approvals = approvals;
    }

    /** A vote that was not the last: {@code 1 of 2}. */
    Message progress(Request request) {
        String by = request.votes().isEmpty()
                ? ""
                : people.name(request.votes().getLast().by());
        return Message.text(
                Tone.PROGRESS,
                text(
                                "verdict.progress",
                                "tenant",
                                OperationWords.what(request.operation()),
                                "by",
                                by,
                                "done",
                                request.approvals(),
                                "needed",
                                request.needed(),
                                "voters",
                                request.voters().word())
                        + RequestWords.change(request));
    }

    /** Under the card, for those whose votes it concerns. */
    Message lowered(Request request, Operation from, ChatAccount by) {
        String line = text(
                "request.thread.lowered",
                "from",
                RequestWords.size(from),
                "to",
                RequestWords.size(request.operation()));
        String anew = request.needed() == 1 ? "" : " " + text("request.thread.anew");
        return Message.of(
                Tone.NEUTRAL,
                people.name(by) + " " + line + anew,
                Block.Text.body(people.named(by), Span.plain(" " + line + anew)));
    }

    /** The end of it; empty for one that the requester ended. */
    Optional<Message> verdict(Request request) {
        String by = request.decidingVote().map(vote -> people.name(vote.by())).orElse("");
        String tenant = OperationWords.what(request.operation());
        return switch (request.state()) {
            case APPROVED ->
                Optional.of(Message.text(
                        Tone.GOOD,
                        text("verdict.approved", "tenant", tenant, "by", by) + RequestWords.change(request) + " "
                                + OperationWords.followsApproval(request.operation())));
            case DENIED -> Optional.of(denied(request, text("verdict.denied", "tenant", tenant, "by", by)));
            case EXPIRED -> Optional.of(Message.text(Tone.NEUTRAL, text("verdict.expired", "tenant", tenant)));
            case WITHDRAWN -> Optional.empty();
            case PENDING -> throw new IllegalArgumentException("not decided: " + request.id());
        };
    }

    private static Message denied(Request request, String line) {
        String reason = request.decidingVote().map(Vote::reason).orElse("");
        return Message.of(
                Tone.BAD,
                line + ": " + reason,
                Block.Text.body(Span.plain(line)),
                new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(reason))),
                Block.Text.note(Span.plain(OperationWords.followsDenial(request.operation()))));
    }

    /** That nobody is left who could decide; empty while somebody is. */
    Optional<Message> stranded(Request request) {
        return approvals.isReachable(request)
                ? Optional.empty()
                : Optional.of(Message.text(
                        Tone.BAD,
                        text(
                                "reminder.stranded",
                                "tenant",
                                OperationWords.what(request.operation()),
                                "requester",
                                people.name(request.requester()),
                                "voters",
                                request.voters().word())));
    }

    /** Calls those who could decide, as far as they are known. */
    Message reminder(Request request) {
        String line = text(
                "reminder.line",
                "tenant",
                OperationWords.what(request.operation()),
                "voters",
                request.voters().word());
        var spans = new ArrayList<Span>();
        approvals.voters(request).stream().limit(MOST_CALLED).forEach(voter -> {
            spans.add(people.called(voter));
            spans.add(Span.plain(" "));
        });
        spans.add(Span.plain(line + " "));
        spans.add(new Span.Time(request.expiresAt(), true));
        return Message.of(Tone.WARNING, line + " " + request.expiresAt(), Block.Text.body(spans.toArray(Span[]::new)));
    }
}
