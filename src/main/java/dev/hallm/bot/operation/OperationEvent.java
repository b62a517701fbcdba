package dev.hallm.bot.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to operations; published in the transaction that writes it, before it commits. */
public sealed interface OperationEvent {
    OperationId id();

    Operation operation();

    record Started(OperationId id, Operation operation) implements OperationEvent {}

    /**
     * A step is at work.
     *
     * @param detail what it waits for, or nothing
     * @param since when that wait began, null when it is not known to have begun earlier than now
     */
    record StepRunning(
            OperationId id,
            Operation operation,
            ChecklistItem item,
            String detail,
            @Nullable Instant since) implements OperationEvent {
        public StepRunning(OperationId id, Operation operation, ChecklistItem item, String detail) {
            this(id, operation, item, detail, null);
        }
    }

    record ItemDone(OperationId id, Operation operation, ChecklistItem item) implements OperationEvent {}

    /** An item waits for a person. */
    record ItemFailed(OperationId id, Operation operation, ChecklistItem item, StepResult.Failed failure)
            implements OperationEvent {
        public ItemFailed(OperationId id, Operation operation, ChecklistItem item, String why) {
            this(id, operation, item, new StepResult.Failed(why));
        }

        public String why() {
            return failure.why();
        }
    }

    /** The step that failed is run again, as a person wished. */
    record Retried(OperationId id, Operation operation) implements OperationEvent {}

    /** The item that failed is left out, as a person wished. */
    record ItemSkipped(OperationId id, Operation operation, ChecklistItem item, String why) implements OperationEvent {}

    /** It stops for good after the current step, as a person wished; the step may still take a while. */
    record Signalled(OperationId id, Operation operation, Signal signal) implements OperationEvent {}

    /** It has stopped for good; what is there stays. */
    record Cancelled(OperationId id, Operation operation) implements OperationEvent {}

    /** What it made is being taken away. */
    record UndoStarted(OperationId id, Operation operation) implements OperationEvent {}

    /** What it made cannot be taken away until a person changes something. */
    record UndoFailed(OperationId id, Operation operation, String why) implements OperationEvent {}

    /** What it made is gone. */
    record Undone(OperationId id, Operation operation) implements OperationEvent {}

    /** The journal has a new line. */
    record Journaled(OperationId id, Operation operation, JournalEntry entry) implements OperationEvent {}

    record Finished(OperationId id, Operation operation) implements OperationEvent {}
}
