package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.JournalEntry.Outcome;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.storage.AfterCommit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people tell an operation that is under way: each is one compare-and-set on its row, in the transaction of the
 * click, and false when it has come elsewhere since. While a step runs, the wish waits in the row for that step's end.
 */
@Service
@Transactional
public class Signals {
    private final OperationRepository rows;
    private final Lifecycle lifecycle;
    private final Journal journal;
    private final OperationQueue queue;
    private final ApplicationEventPublisher events;

    Signals(
            OperationRepository rows,
            Lifecycle lifecycle,
            Journal journal,
            OperationQueue queue,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.lifecycle = lifecycle;
        this.journal = journal;
        this.queue = queue;
        this.events = events;
    }

    /** Runs the step that failed again. */
    public boolean retry(OperationId id, ChatAccount by) {
        return when(id, row -> row.state().waitsForAPerson(), row -> {
            State to = row.state() == State.FAILED ? State.RUNNING : State.UNDOING;
            rows.move(row, to, row.step());
            journal.intervened(row, Outcome.RETRIED, by, "");
            events.publishEvent(new OperationEvent.Retried(id, row.operation()));
            schedule(id, true);
        });
    }

    /** Leaves out the item that failed, if that is harmless. */
    public boolean skip(OperationId id, ChatAccount by, String why) {
        return when(id, Signals::isSkippable, row -> {
            ChecklistItem item = row.current().item();
            journal.intervened(row, Outcome.SKIPPED, by, why);
            events.publishEvent(new OperationEvent.ItemSkipped(id, row.operation(), item, why));
            IntStream.range(row.step(), row.plan().size())
                    .filter(step -> row.plan().get(step).item() != item)
                    .findFirst()
                    .ifPresentOrElse(step -> goOnAt(row, step), () -> lifecycle.end(row));
        });
    }

    private static boolean isSkippable(OperationRow row) {
        return row.state() == State.FAILED && row.current().item().isSkippable();
    }

    private void goOnAt(OperationRow row, int step) {
        rows.move(row, State.RUNNING, step);
        schedule(row.id(), false);
    }

    /** Stops for good; what is there stays. */
    public boolean cancel(OperationId id, ChatAccount by, String why) {
        return when(id, Signals::isStoppable, row -> {
            journal.intervened(row, Outcome.CANCELLED, by, why);
            if (row.state() == State.RUNNING) {
                leave(row, Signal.CANCEL);
            } else {
                lifecycle.cancel(row);
            }
        });
    }

    private static boolean isStoppable(OperationRow row) {
        return switch (row.state()) {
            case QUEUED, FAILED, UNDO_FAILED -> true;
            case RUNNING -> row.asked().isEmpty();
            case DONE, CANCELLED, UNDOING, UNDONE -> false;
        };
    }

    /** Takes away what the operation made; one that was cancelled takes the tenant's slot again, if it is free. */
    public boolean rollBack(OperationId id, ChatAccount by, String why) {
        return when(id, row -> !Planner.undo(row.operation()).isEmpty() && mayTurnRound(row), row -> {
            journal.intervened(row, Outcome.ROLLED_BACK, by, why);
            if (row.state() == State.RUNNING) {
                leave(row, Signal.ROLL_BACK);
            } else {
                lifecycle.startUndo(row);
                schedule(id, false);
            }
        });
    }

    private boolean mayTurnRound(OperationRow row) {
        return switch (row.state()) {
            case FAILED -> true;
            case RUNNING -> row.asked().isEmpty();
            case CANCELLED -> rows.takeSlot(row.operation().tenant(), row.id());
            case QUEUED, DONE, UNDOING, UNDO_FAILED, UNDONE -> false;
        };
    }

    private void leave(OperationRow row, Signal signal) {
        rows.signal(row, signal);
        events.publishEvent(new OperationEvent.Signalled(row.id(), row.operation(), signal));
        queue.wake(new OperationQueue.Ticket(row.id(), row.run()));
        AfterCommit.run(queue::hurry);
    }

    private boolean when(OperationId id, Predicate<OperationRow> possible, Consumer<OperationRow> act) {
        Optional<OperationRow> row = rows.lock(id).filter(possible);
        row.ifPresent(act);
        return row.isPresent();
    }

    private void schedule(OperationId id, boolean retry) {
        queue.schedule(rows.nextRun(id), retry);
        AfterCommit.run(queue::hurry);
    }
}
