package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.VoteResult;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.FreeCapacity;
import dev.hallm.bot.view.OperationWords;
import dev.hallm.bot.view.PendingRequests;
import dev.hallm.bot.view.People;
import dev.hallm.bot.view.PlatformNames;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells a voter what became of the vote. */
@Component
class VoteAnswers {
    private final People people;
    private final Pending pending;
    private final FreeCapacity free;

    VoteAnswers(People people, Pending pending, FreeCapacity free) {
        this.people = people;
        this.pending = pending;
        this.free = free;
    }

    Outcome answer(VoteResult result, ActionRequest action, Person voter) {
        return switch (result) {
            case VoteResult.Counted _ -> counted(action, voter);
            case VoteResult.Closed(Request request) -> closed(request);
            case VoteResult.Repeated(Request request) ->
                Outcome.refuse("refuse.vote.repeated", "tenant", what(request));
            case VoteResult.OwnRequest(Request request) -> Outcome.refuse("refuse.vote.own", "tenant", what(request));
            case VoteResult.NotAVoter(Request request) ->
                Outcome.refuse("refuse.vote.role", "role", request.voters().word());
            case VoteResult.Unlinked(Request request, ChatAccount other) ->
                Outcome.refuse(
                        "refuse.vote.unlinked",
                        "tenant",
                        what(request),
                        "other",
                        people.name(other),
                        "theirs",
                        PlatformNames.of(other.platform()),
                        "yours",
                        PlatformNames.of(voter.account().platform()));
            case VoteResult.Unclear(Request request, ChatAccount earlier) ->
                Outcome.refuse("refuse.vote.unclear", "tenant", what(request), "earlier", people.name(earlier));
            case VoteResult.NoRoom(Request request) -> noRoom(request, action);
            case VoteResult.Changed(Request request) -> about("refuse.vote.changed", request);
            case VoteResult.NotLess(Request request) -> about("refuse.vote.not-less", request);
            case VoteResult.Unknown _ -> Outcome.refuse("refuse.stale-button");
        };
    }

    private static Outcome about(String caption, Request request) {
        return Outcome.refuse(caption, "tenant", what(request), "size", PendingRequests.sizeOf(request));
    }

    private static String what(Request request) {
        return OperationWords.what(request.operation());
    }

    /** What waits for room can be approved all the same, by somebody who knows. */
    private Outcome noRoom(Request request, ActionRequest action) {
        String words = text("refuse.vote.no-room", "tenant", what(request), "free", free.now());
        if (!action.verb().equals("approve")) {
            return new Outcome.Refuse(Message.text(Tone.WARNING, words));
        }
        var anyway = new HashMap<>(action.arguments());
        anyway.put(Approve.ANYWAY, "true");
        return new Outcome.Refuse(Message.of(
                Tone.WARNING,
                words,
                Block.Text.body(Span.plain(words)),
                Block.Buttons.of(Button.danger(
                        text("button.approve-anyway"),
                        text("button.approve-anyway") + " "
                                + request.operation().tenant(),
                        ActionRequest.of("approve", anyway, Clickers.holding(request.voters()))))));
    }

    /** A card changes by itself; a list of requests is shown anew. */
    private Outcome counted(ActionRequest action, Person voter) {
        return PendingRequests.isFromList(action)
                ? new Outcome.Replace(pending.visibleTo(voter))
                : new Outcome.Silent();
    }

    /** What a request that takes nothing more has become. */
    Outcome closed(Request request) {
        String by = request.decidingVote().map(vote -> people.name(vote.by())).orElse("");
        String caption = switch (request.state()) {
            case APPROVED -> "refuse.vote.approved";
            case DENIED -> "refuse.vote.denied";
            case WITHDRAWN -> "refuse.vote.withdrawn";
            case EXPIRED, PENDING -> "refuse.vote.expired";
        };
        return Outcome.refuse(
                caption, "tenant", what(request), "by", by, "command", OperationWords.command(request.operation()));
    }
}
