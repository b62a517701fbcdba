package dev.hallm.bot.operation.run;

import dev.hallm.bot.operation.Backoff;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.Trouble;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Runs an operation's steps one after the other; each outcome is committed before the next begins. */
@Component
class OperationRunner {
    /** For who does not answer: about three quarters of an hour. */
    static final Backoff AWAY = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 120);

    /** For what nobody expected: some seconds. */
    static final Backoff SURPRISE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 4);

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final OperationRepository rows;
    private final StepHandlers handlers;
    private final Lifecycle lifecycle;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    OperationRunner(OperationRepository rows, StepHandlers handlers, Lifecycle lifecycle, Clock clock) {
        this.rows = rows;
        this.handlers = handlers;
        this.lifecycle = lifecycle;
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
        rows.find(id).filter(row -> row.state().isAtWork()).ifPresent(row -> {
            Step step = row.current();
            handlers.of(step).beforeRetry(step, id);
        });
    }

    /** Runs from the current step until it is done, fails or has to wait. */
    Ended run(OperationId id) {
        while (true) {
            OperationRow row = rows.find(id).orElseThrow(() -> new IllegalStateException("no operation " + id));
            if (!row.state().isAtWork()) {
                return new Ended.Over();
            }
            Optional<Ended> ended = runStep(row);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
    }

    private Optional<Ended> runStep(OperationRow row) {
        try (var _ = MDC.putCloseable("correlation", row.correlation())) {
            if (row.asked().isPresent()) {
                lifecycle.grantWish(row);
                return Optional.empty();
            }
            return settle(row, attempt(row));
        }
    }

    /** What came of a step; a surprise has only its reference. */
    private sealed interface Attempt {
        record Came(StepResult result) implements Attempt {}

        record Surprised(String reference) implements Attempt {}
    }

    private Attempt attempt(OperationRow row) {
        Step step = row.current();
        Duration waited = Duration.between(row.stepSince(), clock.instant());
        try {
            return new Attempt.Came(handlers.of(step).run(step, row.id(), waited));
        } catch (RuntimeException e) {
            String reference = Ids.reference();
            LOG.error("step {} of operation {} failed, reference {}", step.word(), row.id(), reference, e);
            return new Attempt.Surprised(reference);
        }
    }

    private Optional<Ended> settle(OperationRow row, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Surprised(String reference) -> surprised(row, reference);
            case Attempt.Came(StepResult.Done done) -> {
                lifecycle.stepDone(row, done);
                yield Optional.empty();
            }
            case Attempt.Came(StepResult.RetryLater later) -> {
                lifecycle.stepWaits(row, later.why(), later.since(), Trouble.NONE);
                yield Optional.of(new Ended.Again(later.delay()));
            }
            case Attempt.Came(StepResult.Transient(String why)) -> away(row, why);
            case Attempt.Came(StepResult.Failed failed) -> {
                fail(row, failed);
                yield Optional.empty();
            }
        };
    }

    private Optional<Ended> away(OperationRow row, String why) {
        int tries = row.trouble().tries() + 1;
        var failed = new StepResult.Failed(
                why + ", after " + tries + " tries", "", "See whether the cluster answers (\"doctor\"), then retry.");
        return again(row, AWAY.after(tries, random.nextDouble()), why, new Trouble(tries, 0), failed);
    }

    private Optional<Ended> surprised(OperationRow row, String reference) {
        int surprises = row.trouble().surprises() + 1;
        String words = "something unexpected happened; its reference in the log is " + reference;
        return again(
                row,
                SURPRISE.after(surprises, random.nextDouble()),
                words,
                new Trouble(row.trouble().tries(), surprises),
                new StepResult.Failed(words));
    }

    private Optional<Ended> again(
            OperationRow row, Optional<Duration> delay, String why, Trouble trouble, StepResult.Failed atTheEnd) {
        if (delay.isEmpty()) {
            fail(row, atTheEnd);
            return Optional.empty();
        }
        lifecycle.stepWaits(row, why, null, trouble);
        return delay.map(Ended.Again::new);
    }

    private void fail(OperationRow row, StepResult.Failed failed) {
        LOG.info(
                "operation {} on {} waits for a person: {}",
                row.id(),
                row.operation().tenant(),
                failed.why());
        lifecycle.stepFailed(row, failed);
    }
}
