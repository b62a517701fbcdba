package dev.hallm.bot.operation;

import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.OperationRow.Trouble;
import dev.hallm.bot.storage.AfterCommit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How operations come from one state to the next: each move is one compare-and-set on a locked row, with its line of the
 * journal, its events and the next job in the same transaction. A wish that somebody left while a step ran is granted
 * at that step's end.
 */
@Component
@Transactional
public class Lifecycle {
    private final OperationRepository rows;
    private final Journal journal;
    private final OperationQueue queue;
    private final ApplicationEventPublisher events;

    Lifecycle(OperationRepository rows, Journal journal, OperationQueue queue, ApplicationEventPublisher events) {
        this.rows = rows;
        this.journal = journal;
        this.queue = queue;
        this.events = events;
    }

    /** Grants what somebody asked for, before the next step begins. */
    public void grantWish(OperationRow seen) {
        current(seen).ifPresent(this::grant);
    }

    /** Ends a step and goes on to the next one, or ends the operation. */
    public void stepDone(OperationRow seen, StepResult.Done done) {
        current(seen).ifPresent(row -> {
            journal.done(row, done);
            rows.remember(row.id(), done.made());
            boolean last = row.step() == row.plan().size() - 1;
            if (isItemOver(row, last) && !(last && row.asked().isPresent())) {
                events.publishEvent(new OperationEvent.ItemDone(
                        row.id(), row.operation(), row.current().item()));
            }
            if (row.asked().isPresent()) {
                grant(row);
            } else if (last) {
                end(row);
            } else {
                goOn(row);
            }
        });
    }

    private static boolean isItemOver(OperationRow row, boolean last) {
        return row.state() == State.RUNNING
                && (last
                        || row.plan().get(row.step() + 1).item()
                                != row.current().item());
    }

    /** The next step waits for nothing yet; only its own answer may say more, so that cards do not flicker. */
    private void goOn(OperationRow row) {
        rows.advance(row);
        Step next = row.plan().get(row.step() + 1);
        events.publishEvent(new OperationEvent.StepRunning(row.id(), row.operation(), next.item(), "", null));
    }

    /** Says what a step waits for and since when, if that is known, and how much trouble it has met. */
    public void stepWaits(OperationRow seen, String why, @Nullable Instant since, Trouble trouble) {
        current(seen).ifPresent(row -> {
            rows.count(row, trouble);
            events.publishEvent(new OperationEvent.StepRunning(
                    row.id(), row.operation(), row.current().item(), why, since));
        });
    }

    /** Holds for a person. */
    public void stepFailed(OperationRow seen, StepResult.Failed failed) {
        current(seen).ifPresent(row -> {
            journal.failed(row, failed);
            if (row.asked().isPresent()) {
                grant(row);
            } else if (row.state() == State.UNDOING) {
                rows.move(row.id(), State.UNDOING, State.UNDO_FAILED);
                events.publishEvent(new OperationEvent.UndoFailed(row.id(), row.operation(), failed.why()));
            } else {
                rows.move(row.id(), State.RUNNING, State.FAILED);
                events.publishEvent(new OperationEvent.ItemFailed(
                        row.id(), row.operation(), row.current().item(), failed));
            }
        });
    }

    private void grant(OperationRow row) {
        row.asked().ifPresent(signal -> {
            switch (signal) {
                case CANCEL -> cancel(row);
                case ROLL_BACK -> startUndo(row);
            }
        });
    }

    /** Stops for good, and lets the next operation begin. */
    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(OperationRow row) {
        rows.move(row, State.CANCELLED, row.step());
        events.publishEvent(new OperationEvent.Cancelled(row.id(), row.operation()));
        handSlotOn(row);
    }

    /** Turns round. */
    @Transactional(propagation = Propagation.MANDATORY)
    void startUndo(OperationRow row) {
        rows.move(row, State.UNDOING, 0);
        events.publishEvent(new OperationEvent.UndoStarted(row.id(), row.operation()));
    }

    /** Ends what has no step left. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(OperationRow row) {
        if (row.state() == State.UNDOING) {
            rows.move(row.id(), State.UNDOING, State.UNDONE);
            events.publishEvent(new OperationEvent.Undone(row.id(), row.operation()));
        } else {
            rows.move(row.id(), row.state(), State.DONE);
            events.publishEvent(new OperationEvent.Finished(row.id(), row.operation()));
        }
        handSlotOn(row);
    }

    private void handSlotOn(OperationRow row) {
        rows.handSlotOn(row).ifPresent(next -> {
            queue.schedule(next, false);
            AfterCommit.run(queue::hurry);
        });
    }

    /** The row as it is now, locked, if the operation is still at work on the step that was seen. */
    private Optional<OperationRow> current(OperationRow seen) {
        return rows.lock(seen.id())
                .filter(row -> row.state() == seen.state() && row.step() == seen.step() && row.run() == seen.run());
    }
}
