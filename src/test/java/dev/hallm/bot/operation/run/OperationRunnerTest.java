package dev.hallm.bot.operation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationEvent.ItemDone;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.operation.run.OperationRunner.Ended;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;

@OnEachDatabase
class OperationRunnerTest {
    private static final Operation ADA = Samples.provision("ada");
    private static final List<String> PLAN =
            Planner.plan(ADA).stream().map(Step::word).toList();

    private final ScriptedSteps steps = new ScriptedSteps();
    private final RecordingQueue queue = new RecordingQueue();
    private final AtomicReference<@Nullable ChecklistItem> diesAt = new AtomicReference<>();

    @AutoClose
    private final BotContext bot;

    private final OperationRunner runner;
    private final OperationId id;

    OperationRunnerTest(Db kind) {
        bot = new BotContext(
                kind,
                context -> {
                    context.registerBean(ScriptedSteps.class, () -> steps);
                    context.registerBean(RecordingQueue.class, () -> queue);
                    context.addApplicationListener(event -> {
                        if (event instanceof PayloadApplicationEvent<?> payload
                                && payload.getPayload() instanceof ItemDone done
                                && diesAt.compareAndSet(done.item(), null)) {
                            throw new Death();
                        }
                    });
                },
                OperationRepository.class,
                Operations.class,
                StepHandlers.class,
                OperationRunner.class);
        runner = bot.get(OperationRunner.class);
        id = bot.get(Operations.class).startApproved(ADA, "r1");
    }

    /** The end of the process, before its transaction commits. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private OperationRow row() {
        return bot.get(OperationRepository.class).find(id).orElseThrow();
    }

    private List<String> journal() {
        return bot.get(OperationRepository.class).journalOf(id);
    }

    private String failure() {
        return bot.published(OperationEvent.ItemFailed.class).getLast().why();
    }

    @Test
    void runsEveryStepInTheOrderOfThePlan() {
        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Over());
        assertThat(steps.ran()).isEqualTo(PLAN);
        assertThat(journal())
                .isEqualTo(PLAN.stream().map(step -> step + " DONE").toList());
        assertThat(row().state()).isEqualTo(State.DONE);
    }

    @Test
    void tellsOfEachItemWhenItsLastStepIsDone() {
        runner.run(id);

        assertThat(bot.published(ItemDone.class)).extracting(ItemDone::item).containsExactly(ChecklistItem.values());
        assertThat(bot.published(OperationEvent.Finished.class)).hasSize(1);
    }

    @Test
    void comesBackToAStepThatIsNotReady() {
        steps.next(Step.AwaitStack.class, new StepResult.RetryLater(Duration.ofSeconds(3), "Ollama is starting"));

        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Again(Duration.ofSeconds(3)));
        assertThat(row().state()).isEqualTo(State.RUNNING);
        runner.run(id);
        assertThat(steps.ran().subList(3, 5)).containsExactly("AwaitStack", "AwaitStack");
        assertThat(row().state()).isEqualTo(State.DONE);
    }

    @Test
    void tellsTheStepHowLongItHasBeenTried() {
        steps.next(Step.ApplyQuota.class, new StepResult.RetryLater(Duration.ofSeconds(3), "not enforced yet"));
        runner.run(id);
        bot.clock().advance(Duration.ofSeconds(3));

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

        List<String> details = bot.published(OperationEvent.StepRunning.class).stream()
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

        assertThat(bot.published(OperationEvent.StepRunning.class))
                .filteredOn(event -> event.item() == ChecklistItem.STACK)
                .last()
                .extracting(OperationEvent.StepRunning::detail)
                .isEqualTo("");
    }

    @Test
    void waitsForAPersonAtAFailure() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));

        Ended ended = runner.run(id);

        assertThat(ended).isEqualTo(new Ended.Over());
        assertThat(row().state()).isEqualTo(State.FAILED);
        assertThat(failure()).isEqualTo("the image does not exist");
        assertThat(journal().getLast()).isEqualTo("InstallStack FAILED the image does not exist");
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

        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).contains(id);
    }

    @Test
    void goesOnAtTheFailedStepAfterARetry() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        bot.get(Operations.class).retry(id);

        runner.prepareRetry(id);
        runner.run(id);

        assertThat(steps.prepared()).containsExactly("InstallStack");
        assertThat(steps.ran().subList(2, 5)).containsExactly("InstallStack", "InstallStack", "AwaitStack");
        assertThat(row().state()).isEqualTo(State.DONE);
    }

    @Test
    void schedulesARetryOnce() {
        steps.next(Step.InstallStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        bot.get(Operations.class).retry(id);

        assertThat(bot.get(Operations.class).retry(id)).isFalse();

        assertThat(queue.scheduled())
                .containsExactly(new RecordingQueue.Scheduled(id, 1, false), new RecordingQueue.Scheduled(id, 2, true));
    }

    @Test
    void showsAReferenceAndNothingElseOfASurprise() {
        steps.nextThrows(Step.ApplyQuota.class, new IllegalStateException("password=hunter2"));

        runner.run(id);

        assertThat(row().state()).isEqualTo(State.FAILED);
        assertThat(failure())
                .matches("something unexpected happened; its reference in the log is [0-9a-f]{4}-[0-9a-f]{4}")
                .doesNotContain("hunter2", "IllegalState");
        assertThat(journal().getLast()).endsWith(failure());
    }

    @Test
    void repeatsOnlyTheStepWhoseOutcomeWasLostWithTheProcess() {
        diesAt.set(ChecklistItem.QUOTA);
        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(Death.class);

        runner.run(id);

        assertThat(steps.ran())
                .isEqualTo(Stream.concat(
                                Stream.of(PLAN.get(0), PLAN.get(1)),
                                PLAN.stream().skip(1))
                        .toList());
        assertThat(journal()).hasSameSizeAs(PLAN).doesNotHaveDuplicates();
    }

    @Test
    void handsTheTenantToTheOperationThatWaits() {
        OperationId next = bot.get(Operations.class).startApproved(ADA, "r2");

        runner.run(id);

        assertThat(queue.scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).contains(next);
    }

    @Test
    void refusesAnOperationThatDoesNotExist() {
        assertThatThrownBy(() -> runner.run(new OperationId("never"))).hasMessage("no operation never");
    }
}
