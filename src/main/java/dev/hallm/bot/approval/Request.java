package dev.hallm.bot.approval;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wish that waits for approvers, or did.
 *
 * @param operation what is granted by an approval
 * @param asked what was asked for, the same unless an approver changed it
 * @param needs what the policy wants for it
 * @param questions what approvers asked, the oldest first
 */
public record Request(
        String id,
        Operation operation,
        Operation asked,
        ChatAccount requester,
        ChatAccount owner,
        Needs needs,
        State state,
        int version,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        List<Vote> votes,
        List<Question> questions) {
    public Request {
        votes = List.copyOf(votes);
        questions = List.copyOf(questions);
    }

    /** Where a request is; only a pending one takes votes. */
    public enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED,
        WITHDRAWN
    }

    /**
     * What ends a request well.
     *
     * @param rule the name of the policy's rule
     * @param count approvals
     * @param voters the role whose holders vote
     * @param requireLinked whether voters from other platforms have to show that they are other people
     */
    public record Needs(String rule, int count, Role voters, boolean requireLinked) {
        static Needs of(Requirement requirement) {
            return new Needs(requirement.rule(), requirement.count(), requirement.from(), requirement.requireLinked());
        }
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

    /** What somebody who may vote wants to know first; unanswered at the beginning. */
    public record Question(
            String id,
            ChatAccount by,
            String text,
            Instant at,
            @Nullable String answer) {}

    public int needed() {
        return needs.count();
    }

    /** The role whose holders vote. */
    public Role voters() {
        return needs.voters();
    }

    /** Approvals so far. */
    public long approvals() {
        return votes.stream().filter(Vote::approves).count();
    }

    public boolean isPending() {
        return state == State.PENDING;
    }

    /** The vote that ended it, if a vote did. */
    public Optional<Vote> decidingVote() {
        return state == State.APPROVED || state == State.DENIED ? Optional.of(votes.getLast()) : Optional.empty();
    }

    /** Whether an approver changed what was asked for. */
    public boolean isChanged() {
        return !operation.equals(asked);
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    boolean isOpenAt(Instant time) {
        return isPending() && time.isBefore(expiresAt);
    }

    /** Votes were for what it was before. */
    Request lowered(Operation to) {
        return new Request(
                id, to, asked, requester, owner, needs, state, version, createdAt, expiresAt, decidedAt, List.of(),
                questions);
    }

    Request withVote(Vote vote) {
        return with(
                needs,
                state,
                decidedAt,
                Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }

    Request withVotes(List<Vote> all) {
        return with(needs, state, decidedAt, all);
    }

    Request needing(Needs other) {
        return with(other, state, decidedAt, votes);
    }

    Request decided(State to, Instant at) {
        return with(needs, to, at, votes);
    }

    private Request with(Needs need, State to, @Nullable Instant at, List<Vote> all) {
        return new Request(
                id, operation, asked, requester, owner, need, to, version, createdAt, expiresAt, at, all, questions);
    }
}
