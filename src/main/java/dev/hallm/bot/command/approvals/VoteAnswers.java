package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.VoteResult;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.PendingRequests;
import dev.hallm.bot.view.People;
import dev.hallm.bot.view.PlatformNames;
import org.springframework.stereotype.Component;

/** Tells a voter what became of the vote. */
@Component
class VoteAnswers {
    private final People people;
    private final Pending pending;

    VoteAnswers(People people, Pending pending) {
        this.people = people;
        this.pending = pending;
    }

    Outcome answer(VoteResult result, ActionRequest action, Person voter) {
        return switch (result) {
            case VoteResult.Counted _ -> counted(action, voter);
            case VoteResult.Closed(Request request) -> closed(request);
            case VoteResult.Repeated(Request request) ->
                Outcome.refuse(
                        "refuse.vote.repeated", "tenant", request.operation().tenant());
            case VoteResult.OwnRequest(Request request) ->
                Outcome.refuse("refuse.vote.own", "tenant", request.operation().tenant());
            case VoteResult.NotAVoter(Request request) ->
                Outcome.refuse("refuse.vote.role", "role", request.voters().word());
            case VoteResult.Unlinked(Request request, ChatAccount other) ->
                Outcome.refuse(
                        "refuse.vote.unlinked",
                        "tenant",
                        request.operation().tenant(),
                        "other",
                        people.name(other),
                        "theirs",
                        PlatformNames.of(other.platform()),
                        "yours",
                        PlatformNames.of(voter.account().platform()));
            case VoteResult.Unclear(Request request, ChatAccount earlier) ->
                Outcome.refuse(
                        "refuse.vote.unclear", "tenant", request.operation().tenant(), "earlier", people.name(earlier));
            case VoteResult.Changed(Request request) -> about("refuse.vote.changed", request);
            case VoteResult.NotLess(Request request) -> about("refuse.vote.not-less", request);
            case VoteResult.Unknown _ -> Outcome.refuse("refuse.stale-button");
        };
    }

    private static Outcome about(String caption, Request request) {
        return Outcome.refuse(caption, "tenant", request.operation().tenant(), "size", PendingRequests.sizeOf(request));
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
        return Outcome.refuse(caption, "tenant", request.operation().tenant(), "by", by);
    }
}
