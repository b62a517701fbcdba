package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Needs;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.Room;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks again at the moment when a request would be granted: what was right when it was asked may not be any more. */
@Component
class Recheck {
    private final Policy policy;
    private final Facts facts;
    private final Identities identities;
    private final ClusterCapacity capacity;

    Recheck(Policy policy, Facts facts, Identities identities, ClusterCapacity capacity) {
        this.policy = policy;
        this.facts = facts;
        this.identities = identities;
        this.capacity = capacity;
    }

    /** What came of it. */
    sealed interface Result {
        /** The request with what the policy wants now, and the votes that still count. */
        record Known(Request request) implements Result {}

        /** Nobody can tell right now whether this voter still has the role. */
        record Unclear(ChatAccount voter) implements Result {}
    }

    /** Looks at the policy and at every earlier voter; whoever casts the last vote was looked up for it. */
    Result of(Request voted) {
        Needs needs = now(voted);
        List<Vote> counting = new ArrayList<>();
        for (Vote vote : voted.votes()) {
            boolean last = vote.equals(voted.votes().getLast()) && needs.voters() == voted.voters();
            switch (last ? Standing.HOLDS : standing(vote.by(), needs.voters())) {
                case HOLDS -> counting.add(vote);
                case UNCLEAR -> {
                    return new Result.Unclear(vote.by());
                }
                case LOST -> {}
            }
        }
        return new Result.Known(voted.needing(needs).withVotes(counting));
    }

    /** Whether what it takes is free now. */
    boolean fits(Operation operation) {
        return switch (operation) {
            case Operation.Provision p -> Room.of(capacity).fits(p.size());
            case Operation.RotateCredentials _ -> true;
        };
    }

    private enum Standing {
        HOLDS,
        LOST,
        UNCLEAR
    }

    private Standing standing(ChatAccount voter, Role role) {
        return switch (identities.identify(voter)) {
            case Identification.Known(var person) -> person.has(role) ? Standing.HOLDS : Standing.LOST;
            case Identification.Guest _, Identification.Unknown _ -> Standing.LOST;
            case Identification.Unclear _ -> Standing.UNCLEAR;
        };
    }

    /** A policy that asks nobody any more takes nothing from what was promised to approvers. */
    private Needs now(Request voted) {
        Requirement now = policy.of(voted.operation(), () -> facts.about(voted.operation(), voted.requester()));
        Needs before = voted.needs();
        return now.runsAtOnce() || now.rule().equals(before.rule())
                ? before
                : new Needs(
                        now.rule(),
                        Math.max(now.count(), before.count()),
                        now.from(),
                        now.requireLinked() || before.requireLinked());
    }
}
