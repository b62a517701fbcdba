package dev.hallm.bot.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation as stored.
 *
 * @param step index into the plan of its state
 * @param stepSince when that step was first tried
 * @param trouble what the step has met so far
 * @param signal what a person asked for and the runner has not seen yet
 */
public record OperationRow(
        OperationId id,
        Operation operation,
        String correlation,
        State state,
        int step,
        int run,
        Instant stepSince,
        Trouble trouble,
        @Nullable Signal signal) {
    /** Where an operation is. */
    public enum State {
        QUEUED,
        RUNNING,
        FAILED,
        DONE,
        CANCELLED,
        UNDOING,
        UNDO_FAILED,
        UNDONE;

        /** Whether steps run. */
        public boolean isAtWork() {
            return this == RUNNING || this == UNDOING;
        }

        /** Whether it waits for a person, and meanwhile keeps the tenant's slot. */
        public boolean waitsForAPerson() {
            return this == FAILED || this == UNDO_FAILED;
        }

        /** Whether it goes, or went, backwards. */
        public boolean isUndo() {
            return this == UNDOING || this == UNDO_FAILED || this == UNDONE;
        }
    }

    /**
     * Trouble of the current step, in a row.
     *
     * @param tries how often somebody did not answer
     * @param surprises how often something unexpected happened
     */
    public record Trouble(int tries, int surprises) {
        public static final Trouble NONE = new Trouble(0, 0);
    }

    public Optional<Signal> asked() {
        return Optional.ofNullable(signal);
    }

    /** The steps that its state goes through. */
    public List<Step> plan() {
        return state.isUndo() ? Planner.undo(operation) : Planner.plan(operation);
    }

    /** The step that is next, or waits. */
    public Step current() {
        return plan().get(step);
    }
}
