package dev.hallm.bot.approval;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What a change needs by the policy of now, and whether there is anybody to give it. */
@Service
public class Requirements {
    private final Policy policy;
    private final Facts facts;
    private final Reach reach;

    Requirements(Policy policy, Facts facts, Reach reach) {
        this.policy = policy;
        this.facts = facts;
        this.reach = reach;
    }

    /** What the policy says about a change. */
    public sealed interface Answer {
        Requirement needs();

        /** It runs at once. */
        record Nobody(Requirement needs) implements Answer {}

        /** Approvers are asked. */
        record Approvers(Requirement needs) implements Answer {}

        /** A reason is wanted and none was given. */
        record Silent(Requirement needs) implements Answer {}

        /** Too few people can decide on it: {@code able} of those that it needs. */
        record Unreachable(Requirement needs, int able) implements Answer {}
    }

    /** Asks nobody and stores nothing. */
    public Answer of(Operation operation, ChatAccount requester) {
        Requirement needs = policy.of(operation, () -> facts.about(operation, requester));
        if (needs.reasonRequired() && operation.reason().isBlank()) {
            return new Answer.Silent(needs);
        }
        if (needs.runsAtOnce()) {
            return new Answer.Nobody(needs);
        }
        List<ChatAccount> parties = List.of(requester, ownerIn(operation));
        return reach.suffices(needs.from(), needs.count(), parties)
                ? new Answer.Approvers(needs)
                : new Answer.Unreachable(needs, reach.people(needs.from(), parties));
    }

    /** Who could decide on a change, as far as they are known. */
    public List<ChatAccount> voters(Operation operation, ChatAccount requester, Requirement needs) {
        return reach.voters(needs.from(), List.of(requester, ownerIn(operation)));
    }

    /** Whether people hold a role whom nobody can list. */
    public boolean isOpenEnded(Role role) {
        return reach.isOpenEnded(role);
    }

    List<ChatAccount> voters(Request request) {
        return reach.voters(request.voters(), involved(request));
    }

    /** Whether the votes that are missing can still come. */
    boolean isReachable(Request request) {
        return reach.suffices(
                request.voters(), Math.toIntExact(request.needed() - request.approvals()), involved(request));
    }

    /** Who has no vote, or none any more. */
    private static List<ChatAccount> involved(Request request) {
        return Stream.concat(
                        Stream.of(request.requester(), request.owner()),
                        request.votes().stream().flatMap(vote -> vote.accounts().stream()))
                .toList();
    }

    static ChatAccount ownerIn(Operation operation) {
        return switch (operation) {
            case Operation.Provision p -> p.owner();
            case Operation.RotateCredentials r -> r.owner();
        };
    }
}
