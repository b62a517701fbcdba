package dev.hallm.bot.operation.run;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs an operation's steps one after the other; each outcome is committed before the next begins. */
@Component
class OperationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final OperationRepository rows;
    private final StepHandlers handlers;
    private final OperationQueue queue;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperationRunner(
            OperationRepository rows,
            StepHandlers handlers,
            OperationQueue queue,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.handlers = handlers;
        this.queue = queue;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a run ended. */
    sealed interface Ended {
        /** Nothing left to do in this run. */
        record Over() implements Ended {}

        /** Run again after the delay. */
        record Again(Duration delay) implements Ended {}
    }

    /** Lets the handler of the current step prepare another attempt. */
    void prepareRetry(OperationId id) {
        rows.find(id).filter(row -> row.state() == State.RUNNING).ifPresent(row -> {
            Step step = Planner.plan(row.operation()).get(row.step());
            handlers.of(step).beforeRetry(step, id);
        });
    }

    /** Runs from the current step until it is done, fails or has to wait. */
    Ended run(OperationId id) {
        while (true) {
            OperationRow row = rows.find(id).orElseThrow(() -> new IllegalStateException("no operation " + id));
            if (row.state() != State.RUNNING) {
                return new Ended.Over();
            }
            Optional<Ended> ended = runStep(row, Planner.plan(row.operation()));
            if (ended.isPresent()) {
                return ended.get();
            }
        }
    }

    private Optional<Ended> runStep(OperationRow row, List<Step> plan) {
        try (var _ = MDC.putCloseable("correlation", row.correlation())) {
            return runStep(row, plan, plan.get(row.step()));
        }
    }

    private Optional<Ended> runStep(OperationRow row, List<Step> plan, Step step) {
        return switch (attempt(row, step)) {
            case StepResult.Done done -> finishStep(row, plan, step);
            case StepResult.RetryLater(Duration delay, String why) -> {
                transaction.executeWithoutResult(status -> announce(row, step, why));
                yield Optional.of(new Ended.Again(delay));
            }
            case StepResult.Failed(String why) -> fail(row, step, why);
        };
    }

    private StepResult attempt(OperationRow row, Step step) {
        Duration waited = Duration.between(row.stepSince(), clock.instant());
        try {
            return handlers.of(step).run(step, row.id(), waited);
        } catch (RuntimeException e) {
            String reference = Ids.reference();
            LOG.error("step {} of operation {} failed, reference {}", step.word(), row.id(), reference, e);
            return new StepResult.Failed("something unexpected happened; its reference in the log is " + reference);
        }
    }

    private void announce(OperationRow row, Step step, String detail) {
        events.publishEvent(new OperationEvent.StepRunning(row.id(), row.operation(), step.item(), detail));
    }

    private Optional<Ended> finishStep(OperationRow row, List<Step> plan, Step step) {
        boolean last = row.step() == plan.size() - 1;
        return transaction.execute(status -> {
            rows.journal(row.id(), step, "DONE", "");
            if (last || plan.get(row.step() + 1).item() != step.item()) {
                publishDone(row, step.item());
            }
            return last ? finish(row) : advance(row, plan.get(row.step() + 1));
        });
    }

    private void publishDone(OperationRow row, ChecklistItem item) {
        events.publishEvent(new OperationEvent.ItemDone(row.id(), row.operation(), item));
    }

    /** The next step waits for nothing yet; only its own answer may say more, so that cards do not flicker. */
    private Optional<Ended> advance(OperationRow row, Step next) {
        if (!rows.advance(row)) {
            return Optional.of(new Ended.Over());
        }
        announce(row, next, "");
        return Optional.empty();
    }

    private Optional<Ended> finish(OperationRow row) {
        rows.move(row.id(), State.RUNNING, State.DONE);
        events.publishEvent(new OperationEvent.Finished(row.id(), row.operation()));
        rows.handSlotOn(row).ifPresent(next -> queue.schedule(next, false));
        return Optional.of(new Ended.Over());
    }

    private Optional<Ended> fail(OperationRow row, Step step, String why) {
        LOG.info(
                "operation {} on {} waits for a person: {}",
                row.id(),
                row.operation().tenant(),
                why);
        transaction.executeWithoutResult(status -> {
            rows.journal(row.id(), step, "FAILED", why);
            rows.move(row.id(), State.RUNNING, State.FAILED);
            events.publishEvent(new OperationEvent.ItemFailed(row.id(), row.operation(), step.item(), why));
        });
        return Optional.of(new Ended.Over());
    }
}
