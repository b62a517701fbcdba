package dev.hallm.bot.approval;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A wish that waits for approvers, or did. */
public record Request(
        String id,
        Operation operation,
        ChatAccount requester,
        ChatAccount owner,
        int needed,
        Role voters,
        State state,
        int version,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        List<Vote> votes) {
    public Request {
        votes = List.copyOf(votes);
    }

    /** Where a request is; only a pending one takes votes. */
    public enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED
    }

    /**
     * One person's word.
     *
     * @param accounts all accounts that were known to be this person at the vote
     */
    public record Vote(ChatAccount by, boolean approves, String reason, Instant at, Set<ChatAccount> accounts) {
        public Vote {
            accounts = Set.copyOf(accounts);
        }

        /** The vote of somebody with no other account. */
        public Vote(ChatAccount by, boolean approves, String reason, Instant at) {
            this(by, approves, reason, at, Set.of(by));
        }

        /** Whether any of these accounts cast it. */
        boolean isBy(Set<ChatAccount> person) {
            return accounts.stream().anyMatch(person::contains);
        }
    }

    /** Approvals so far. */
    public long approvals() {
        return votes.stream().filter(Vote::approves).count();
    }

    /** The vote that ended it, if a vote did. */
    public Optional<Vote> decidingVote() {
        return state == State.APPROVED || state == State.DENIED ? Optional.of(votes.getLast()) : Optional.empty();
    }

    Request withVote(Vote vote) {
        return with(
                state,
                decidedAt,
                java.util.stream.Stream.concat(votes.stream(), java.util.stream.Stream.of(vote))
                        .toList());
    }

    Request decided(State to, Instant at) {
        return with(to, at, votes);
    }

    private Request with(State to, @Nullable Instant at, List<Vote> all) {
        return new Request(id, operation, requester, owner, needed, voters, to, version, createdAt, expiresAt, at, all);
    }
}
