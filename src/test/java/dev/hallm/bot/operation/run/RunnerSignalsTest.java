package dev.hallm.bot.operation.run;

import static dev.hallm.bot.operation.run.RunnerBench.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a run makes of the people who retry, leave out, cancel and roll back. */
@OnEachDatabase
class RunnerSignalsTest {
    @AutoClose
    private final RunnerBench bench;

    private final ScriptedSteps steps;
    private final OperationRunner runner;
    private final Operations operations;
    private final Signals signals;
    private final OperationId id;

    RunnerSignalsTest(Db kind) {
        bench = new RunnerBench(kind);
        steps = bench.steps();
        runner = bench.runner();
        operations = bench.operations();
        signals = bench.signals();
        id = bench.id();
    }

    @Test
    void goesOnAtTheFailedStepAfterARetry() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals.retry(id, Samples.BO);

        runner.prepareRetry(id);
        runner.run(id);

        assertThat(steps.prepared()).containsExactly("InstallStack");
        assertThat(steps.ran().subList(2, 5)).containsExactly("InstallStack", "InstallStack", "AwaitStack");
        assertThat(bench.row().state()).isEqualTo(State.DONE);
    }

    @Test
    void schedulesARetryOnce() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals.retry(id, Samples.BO);

        assertThat(signals.retry(id, Samples.BO)).isFalse();

        assertThat(bench.queue().scheduled())
                .containsExactly(new RecordingQueue.Scheduled(id, 1, false), new RecordingQueue.Scheduled(id, 2, true));
    }

    @Test
    void leavesOutWhatIsHarmlessAndEnds() {
        steps.next(Step.Welcome.class, new StepResult.Failed("takes no direct messages"));
        runner.run(id);

        assertThat(signals.skip(id, Samples.BO, "told by phone")).isTrue();

        assertThat(bench.row().state()).isEqualTo(State.DONE);
        assertThat(bench.journal()).endsWith("Welcome SKIPPED told by phone");
        assertThat(operations.activeOn(ADA.tenant())).isEmpty();
    }

    @Test
    void leavesOutNothingThatATenantNeeds() {
        steps.next(Step.ApplyQuota.class, new StepResult.Failed("not allowed"));
        runner.run(id);

        assertThat(signals.skip(id, Samples.BO, "hurry")).isFalse();

        assertThat(bench.row().state()).isEqualTo(State.FAILED);
    }

    @Test
    void stopsAtTheEndOfTheStepDuringWhichItWasCancelled() {
        OperationId next = bench.another();
        steps.during(Step.InstallStack.class, () -> signals.cancel(id, Samples.BO, "wrong name"));

        runner.run(id);

        assertThat(steps.ran()).endsWith("InstallStack");
        assertThat(bench.row().state()).isEqualTo(State.CANCELLED);
        assertThat(bench.journal()).endsWith("InstallStack CANCELLED wrong name", "InstallStack DONE");
        assertThat(bench.bot().published(OperationEvent.Cancelled.class)).hasSize(1);
        assertThat(bench.queue().scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
    }

    @Test
    void stopsBeforeTheNextTryOfAStepThatWaits() {
        steps.next(Step.AwaitStack.class, new StepResult.RetryLater(Duration.ofSeconds(3), "is starting"));
        runner.run(id);
        signals.cancel(id, Samples.BO, "");

        runner.run(id);

        assertThat(steps.ran()).endsWith("AwaitStack").hasSize(4);
        assertThat(bench.row().state()).isEqualTo(State.CANCELLED);
        assertThat(bench.queue().woken()).containsExactly(new OperationQueue.Ticket(id, 1));
    }

    @Test
    void neverBeginsOneThatWasCancelledWhileItWaited() {
        OperationId next = bench.another();

        assertThat(signals.cancel(next, Samples.BO, "")).isTrue();
        runner.run(id);

        assertThat(operations.find(next).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(operations.activeOn(ADA.tenant())).isEmpty();
    }

    @Test
    void handsTheTenantOnOnceAFailedOneIsCancelled() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        OperationId next = bench.another();
        runner.run(id);
        assertThat(operations.failedOn(ADA.tenant())).map(OperationRow::id).contains(id);

        assertThat(signals.cancel(id, Samples.BO, "not worth it")).isTrue();

        assertThat(signals.retry(id, Samples.CY)).isFalse();
        assertThat(bench.queue().scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
        assertThat(operations.activeOn(ADA.tenant())).contains(next);
        assertThat(operations.failedOn(ADA.tenant())).isEmpty();
        assertThat(bench.journal()).last().isEqualTo("AwaitStack CANCELLED not worth it");
    }

    @Test
    void isNotDoneWhenItWasToBeTurnedRoundDuringItsLastStep() {
        steps.during(Step.Welcome.class, () -> signals.rollBack(id, Samples.BO, ""));

        runner.run(id);

        assertThat(bench.bot().published(OperationEvent.Finished.class)).isEmpty();
        assertThat(steps.ran()).endsWith("RemoveStack", "RemovePlatformObjects", "RemoveNamespace");
        assertThat(bench.row().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void takesAwayWhatItMadeAndFreesTheTenant() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals.rollBack(id, Samples.BO, "");

        runner.run(id);

        assertThat(steps.ran()).endsWith("AwaitStack", "RemoveStack", "RemovePlatformObjects", "RemoveNamespace");
        assertThat(bench.row().state()).isEqualTo(State.UNDONE);
        assertThat(bench.bot().published(OperationEvent.Undone.class)).hasSize(1);
        assertThat(operations.activeOn(ADA.tenant())).isEmpty();
    }

    @Test
    void holdsAndKeepsTheTenantWhenWhatItMadeCannotBeTakenAway() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        steps.next(Step.RemoveNamespace.class, new StepResult.Failed("a finalizer holds it"));
        runner.run(id);
        signals.rollBack(id, Samples.BO, "");
        runner.run(id);
        assertThat(bench.row().state()).isEqualTo(State.UNDO_FAILED);
        assertThat(operations.activeOn(ADA.tenant())).contains(id);

        assertThat(signals.retry(id, Samples.BO)).isTrue();
        runner.run(id);

        assertThat(bench.row().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void turnsACancelledOneRoundUnlessOthersWorkOnTheTenant() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals.cancel(id, Samples.BO, "");
        OperationId next = bench.another();
        assertThat(signals.rollBack(id, Samples.BO, "")).isFalse();
        runner.run(next);

        assertThat(signals.rollBack(id, Samples.BO, "")).isTrue();

        assertThat(bench.row().state()).isEqualTo(State.UNDOING);
        assertThat(operations.activeOn(ADA.tenant())).contains(id);
    }
}
