package dev.hallm.bot.operation.run;

import static dev.hallm.bot.operation.run.RunnerBench.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.operation.run.OperationRunner.Ended;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of an operation when a step fails, surprises or gets no answer. */
@OnEachDatabase
class RunnerFailuresTest {
    @AutoClose
    private final RunnerBench bench;

    private final ScriptedSteps steps;
    private final OperationRunner runner;
    private final Operations operations;
    private final OperationId id;

    RunnerFailuresTest(Db kind) {
        bench = new RunnerBench(kind);
        steps = bench.steps();
        runner = bench.runner();
        operations = bench.operations();
        id = bench.id();
    }

    @Test
    void waitsForAPersonAtAFailure() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));

        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Over());
        assertThat(bench.row().state()).isEqualTo(State.FAILED);
        assertThat(bench.failure()).isEqualTo("the image does not exist");
        assertThat(bench.journal().getLast()).isEqualTo("InstallStack FAILED the image does not exist");
    }

    @Test
    void doesNothingWhileItWaitsForAPerson() {
        steps.next(Step.EnsureNamespace.class, new StepResult.Failed("the name is taken"));
        runner.run(id);

        runner.run(id);

        assertThat(steps.ran()).containsExactly("EnsureNamespace");
    }

    @Test
    void keepsItsSlotWhileItWaitsForAPerson() {
        steps.next(Step.EnsureNamespace.class, new StepResult.Failed("the name is taken"));

        runner.run(id);

        assertThat(operations.activeOn(ADA.tenant())).contains(id);
    }

    @Test
    void beginsNothingBehindAFailureThatWaitsForAPerson() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);

        var submitted = operations.submit(ADA, Samples.ANA);

        assertThat(submitted)
                .isInstanceOfSatisfying(
                        Operations.Submitted.Blocked.class,
                        blocked -> assertThat(blocked.by().id()).isEqualTo(id));
    }

    @Test
    void triesASurpriseAgainAFewTimesAndThenShowsAReferenceAndNothingElse() {
        var surprise = new IllegalStateException("password=hunter2");
        for (int surprises = 0; surprises < OperationRunner.SURPRISE.limit(); surprises++) {
            steps.nextThrows(Step.ApplyQuota.class, surprise);
        }

        for (int runs = 1; runs < OperationRunner.SURPRISE.limit(); runs++) {
            assertThat(runner.run(id)).isInstanceOf(Ended.Again.class);
            assertThat(bench.row().state()).isEqualTo(State.RUNNING);
        }
        runner.run(id);

        assertThat(bench.row().state()).isEqualTo(State.FAILED);
        assertThat(bench.failure())
                .matches("something unexpected happened; its reference in the log is [0-9a-f]{4}-[0-9a-f]{4}")
                .doesNotContain("hunter2", "IllegalState");
        assertThat(bench.journal().getLast()).endsWith(bench.failure());
    }

    @Test
    void comesThroughASurpriseThatDoesNotComeAgain() {
        steps.nextThrows(Step.ApplyQuota.class, new IllegalStateException("once"));
        runner.run(id);

        runner.run(id);

        assertThat(bench.row().state()).isEqualTo(State.DONE);
    }

    @Test
    void waitsEverLongerForWhoDoesNotAnswerAndThenGivesUp() {
        var away = new StepResult.Transient("Kubernetes does not answer");
        int limit = OperationRunner.AWAY.limit();
        steps.next(
                Step.ApplyQuota.class, Stream.generate(() -> away).limit(limit).toArray(StepResult[]::new));

        Ended first = runner.run(id);
        for (int tries = 2; tries < limit; tries++) {
            assertThat(runner.run(id)).isInstanceOf(Ended.Again.class);
        }
        runner.run(id);

        assertThat(((Ended.Again) first).delay()).isLessThanOrEqualTo(OperationRunner.AWAY.first());
        assertThat(bench.failure()).isEqualTo("Kubernetes does not answer, after " + limit + " tries");
        assertThat(bench.bot()
                        .published(OperationEvent.ItemFailed.class)
                        .getLast()
                        .failure()
                        .advice())
                .contains("doctor", "then retry");
        assertThat(bench.row().state()).isEqualTo(State.FAILED);
    }

    @Test
    void countsFromTheStartOnceSomebodyAnswersAgain() {
        var away = new StepResult.Transient("Kubernetes does not answer");
        steps.next(Step.AwaitStack.class, away, new StepResult.RetryLater(Duration.ofSeconds(1), "is starting"), away);
        runner.run(id);
        assertThat(bench.row().trouble().tries()).isEqualTo(1);

        runner.run(id);

        assertThat(bench.row().trouble().tries()).isZero();
    }
}
