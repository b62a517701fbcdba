package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.tenant.StackSize;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody votes, before it is known whether it counts. */
sealed interface Ballot {
    /**
     * Yes to what the voter saw.
     *
     * @param seen the size of then, null for whatever it is now
     * @param anyway whether the voter knows that there is no room
     */
    record Approval(@Nullable String seen, boolean anyway) implements Ballot {}

    /** Yes to a smaller size than the one that the voter saw. */
    record Lowering(String seen, StackSize size) implements Ballot {}

    /** No, with the reason. */
    record Denial(String reason) implements Ballot {}

    /** Whether it counts although what it is about does not fit into what is free. */
    default boolean anyway() {
        return this instanceof Approval(String _, boolean known) && known;
    }

    default Vote cast(ChatAccount by, Instant at, Set<ChatAccount> accounts) {
        return switch (this) {
            case Approval _, Lowering _ -> new Vote(by, true, "", at, accounts);
            case Denial(String reason) -> new Vote(by, false, reason, at, accounts);
        };
    }

    /** The request that the vote is about. */
    default Request on(Request request) {
        return switch (this) {
            case Approval _, Denial _ -> request;
            case Lowering(String _, StackSize size) -> request.lowered(with(request.operation(), size));
        };
    }

    /** Why it cannot be a vote on this request as it is now. */
    default Optional<VoteResult> misfit(Request request) {
        return switch (this) {
            case Denial _ -> Optional.empty();
            case Approval(String seen, boolean _) ->
                seen == null || isOf(request.operation(), seen)
                        ? Optional.empty()
                        : Optional.of(new VoteResult.Changed(request));
            case Lowering(String seen, StackSize size) -> {
                if (!isOf(request.operation(), seen)) {
                    yield Optional.of(new VoteResult.Changed(request));
                }
                yield isLess(request.operation(), size)
                        ? Optional.empty()
                        : Optional.of(new VoteResult.NotLess(request));
            }
        };
    }

    private static boolean isOf(Operation operation, String size) {
        return switch (operation) {
            case Operation.Provision p -> p.size().name().equals(size);
            case Operation.RotateCredentials _ -> true;
        };
    }

    private static boolean isLess(Operation operation, StackSize size) {
        return switch (operation) {
            case Operation.Provision p -> size.isSmallerThan(p.size());
            case Operation.RotateCredentials _ -> false;
        };
    }

    private static Operation with(Operation operation, StackSize size) {
        return switch (operation) {
            case Operation.Provision p -> p.withSize(size);
            case Operation.RotateCredentials r -> r;
        };
    }
}
