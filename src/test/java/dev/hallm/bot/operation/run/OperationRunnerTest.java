package dev.hallm.bot.operation.run;

import static dev.hallm.bot.operation.run.RunnerBench.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationEvent.ItemDone;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.operation.run.OperationRunner.Ended;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OperationRunnerTest {
    private static final List<String> PLAN =
            Planner.plan(ADA).stream().map(Step::word).toList();

    @AutoClose
    private final RunnerBench bench;

    private final ScriptedSteps steps;
    private final OperationRunner runner;
    private final Operations operations;
    private final OperationId id;

    OperationRunnerTest(Db kind) {
        bench = new RunnerBench(kind);
        steps = bench.steps();
        runner = bench.runner();
        operations = bench.operations();
        id = bench.id();
    }

    @Test
    void runsEveryStepInTheOrderOfThePlan() {
        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Over());
        assertThat(steps.ran()).isEqualTo(PLAN);
        assertThat(bench.journal())
                .isEqualTo(PLAN.stream().map(step -> step + " DONE").toList());
        assertThat(bench.row().state()).isEqualTo(State.DONE);
    }

    @Test
    void tellsOfEachItemWhenItsLastStepIsDone() {
        runner.run(id);

        assertThat(bench.bot().published(ItemDone.class))
                .extracting(ItemDone::item)
                .containsExactly(ChecklistItem.values());
        assertThat(bench.bot().published(OperationEvent.Finished.class)).hasSize(1);
    }

    @Test
    void comesBackToAStepThatIsNotReady() {
        steps.next(Step.AwaitStack.class, new StepResult.RetryLater(Duration.ofSeconds(3), "Ollama is starting"));

        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Again(Duration.ofSeconds(3)));
        assertThat(bench.row().state()).isEqualTo(State.RUNNING);
        runner.run(id);
        assertThat(steps.ran().subList(3, 5)).containsExactly("AwaitStack", "AwaitStack");
        assertThat(bench.row().state()).isEqualTo(State.DONE);
    }

    @Test
    void tellsTheStepHowLongItHasBeenTried() {
        steps.next(Step.ApplyQuota.class, new StepResult.RetryLater(Duration.ofSeconds(3), "not enforced yet"));
        runner.run(id);
        bench.bot().clock().advance(Duration.ofSeconds(3));

        runner.run(id);

        assertThat(steps.waits().subList(0, 4))
                .containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO);
    }

    @Test
    void keepsSayingWhatAStepWaitsForWhileItIsTriedAgain() {
        var later = new StepResult.RetryLater(Duration.ofSeconds(3), "Ollama is starting");
        steps.next(Step.AwaitStack.class, later, later, later);

        runner.run(id);
        runner.run(id);
        runner.run(id);

        List<String> details = bench.bot().published(OperationEvent.StepRunning.class).stream()
                .filter(event -> event.item() == ChecklistItem.STACK)
                .map(OperationEvent.StepRunning::detail)
                .dropWhile(String::isEmpty)
                .toList();
        assertThat(details).containsOnly("Ollama is starting");
    }

    @Test
    void stopsSayingWhatTheStepBeforeWaitedFor() {
        steps.next(Step.InstallStack.class, new StepResult.RetryLater(Duration.ofSeconds(3), "Kubernetes is away"));
        runner.run(id);

        runner.run(id);

        assertThat(bench.bot().published(OperationEvent.StepRunning.class))
                .filteredOn(event -> event.item() == ChecklistItem.STACK)
                .last()
                .extracting(OperationEvent.StepRunning::detail)
                .isEqualTo("");
    }

    @Test
    void keepsWhatAStepFoundAndLeft() {
        steps.next(
                Step.EnsureNamespace.class,
                new StepResult.Done("no namespace", "namespace x", List.of(new Made(Thing.NAMESPACE, "uid-1"))));

        runner.run(id);

        assertThat(bench.bot().get(Journal.class).of(id).getFirst()).satisfies(entry -> {
            assertThat(entry.found()).isEqualTo("no namespace");
            assertThat(entry.left()).isEqualTo("namespace x");
        });
    }

    @Test
    void repeatsOnlyTheStepWhoseOutcomeWasLostWithTheProcess() {
        bench.diesAt(ChecklistItem.QUOTA);
        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(RunnerBench.Death.class);

        runner.run(id);

        assertThat(steps.ran())
                .isEqualTo(Stream.concat(
                                Stream.of(PLAN.get(0), PLAN.get(1)),
                                PLAN.stream().skip(1))
                        .toList());
        assertThat(bench.journal()).hasSameSizeAs(PLAN).doesNotHaveDuplicates();
    }

    @Test
    void handsTheTenantToTheOperationThatWaits() {
        OperationId next = bench.another();

        runner.run(id);

        assertThat(bench.queue().scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
        assertThat(operations.activeOn(ADA.tenant())).contains(next);
    }

    @Test
    void refusesAnOperationThatDoesNotExist() {
        assertThatThrownBy(() -> runner.run(new OperationId("never"))).hasMessage("no operation never");
    }
}
