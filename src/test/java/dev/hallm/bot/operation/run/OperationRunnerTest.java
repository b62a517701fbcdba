package dev.hallm.bot.operation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationEvent.ItemDone;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
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
                Journal.class,
                Lifecycle.class,
                Signals.class,
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
        return bot.get(Journal.class).of(id).stream()
                .map(entry -> (entry.step() + " " + entry.outcome() + " " + entry.why()).strip())
                .toList();
    }

    private Signals signals() {
        return bot.get(Signals.class);
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
        signals().retry(id, Samples.BO);

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
        signals().retry(id, Samples.BO);

        assertThat(signals().retry(id, Samples.BO)).isFalse();

        assertThat(queue.scheduled())
                .containsExactly(new RecordingQueue.Scheduled(id, 1, false), new RecordingQueue.Scheduled(id, 2, true));
    }

    @Test
    void triesASurpriseAgainAFewTimesAndThenShowsAReferenceAndNothingElse() {
        var surprise = new IllegalStateException("password=hunter2");
        for (int surprises = 0; surprises < OperationRunner.SURPRISE.limit(); surprises++) {
            steps.nextThrows(Step.ApplyQuota.class, surprise);
        }

        for (int runs = 1; runs < OperationRunner.SURPRISE.limit(); runs++) {
            assertThat(runner.run(id)).isInstanceOf(Ended.Again.class);
            assertThat(row().state()).isEqualTo(State.RUNNING);
        }
        runner.run(id);

        assertThat(row().state()).isEqualTo(State.FAILED);
        assertThat(failure())
                .matches("something unexpected happened; its reference in the log is [0-9a-f]{4}-[0-9a-f]{4}")
                .doesNotContain("hunter2", "IllegalState");
        assertThat(journal().getLast()).endsWith(failure());
    }

    @Test
    void comesThroughASurpriseThatDoesNotComeAgain() {
        steps.nextThrows(Step.ApplyQuota.class, new IllegalStateException("once"));
        runner.run(id);

        runner.run(id);

        assertThat(row().state()).isEqualTo(State.DONE);
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
        assertThat(failure()).isEqualTo("Kubernetes does not answer, after " + limit + " tries");
        assertThat(bot.published(OperationEvent.ItemFailed.class)
                        .getLast()
                        .failure()
                        .advice())
                .contains("doctor", "then retry");
        assertThat(row().state()).isEqualTo(State.FAILED);
    }

    @Test
    void countsFromTheStartOnceSomebodyAnswersAgain() {
        var away = new StepResult.Transient("Kubernetes does not answer");
        steps.next(Step.AwaitStack.class, away, new StepResult.RetryLater(Duration.ofSeconds(1), "is starting"), away);
        runner.run(id);
        assertThat(row().trouble().tries()).isEqualTo(1);

        runner.run(id);

        assertThat(row().trouble().tries()).isZero();
    }

    @Test
    void keepsWhatAStepFoundAndLeft() {
        steps.next(
                Step.EnsureNamespace.class,
                new StepResult.Done("no namespace", "namespace x", List.of(new Made(Thing.NAMESPACE, "uid-1"))));

        runner.run(id);

        assertThat(bot.get(Journal.class).of(id).getFirst()).satisfies(entry -> {
            assertThat(entry.found()).isEqualTo("no namespace");
            assertThat(entry.left()).isEqualTo("namespace x");
        });
    }

    @Test
    void stopsAtTheEndOfTheStepDuringWhichItWasCancelled() {
        OperationId next = bot.get(Operations.class).startApproved(ADA, "r2");
        steps.during(Step.InstallStack.class, () -> signals().cancel(id, Samples.BO, "wrong name"));

        runner.run(id);

        assertThat(steps.ran()).endsWith("InstallStack");
        assertThat(row().state()).isEqualTo(State.CANCELLED);
        assertThat(journal()).endsWith("InstallStack CANCELLED wrong name", "InstallStack DONE");
        assertThat(bot.published(OperationEvent.Cancelled.class)).hasSize(1);
        assertThat(queue.scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
    }

    @Test
    void stopsBeforeTheNextTryOfAStepThatWaits() {
        steps.next(Step.AwaitStack.class, new StepResult.RetryLater(Duration.ofSeconds(3), "is starting"));
        runner.run(id);
        signals().cancel(id, Samples.BO, "");

        runner.run(id);

        assertThat(steps.ran()).endsWith("AwaitStack").hasSize(4);
        assertThat(row().state()).isEqualTo(State.CANCELLED);
        assertThat(queue.woken()).containsExactly(new OperationQueue.Ticket(id, 1));
    }

    @Test
    void isNotDoneWhenItWasToBeTurnedRoundDuringItsLastStep() {
        steps.during(Step.Welcome.class, () -> signals().rollBack(id, Samples.BO, ""));

        runner.run(id);

        assertThat(bot.published(OperationEvent.Finished.class)).isEmpty();
        assertThat(steps.ran()).endsWith("RemoveStack", "RemovePlatformObjects", "RemoveNamespace");
        assertThat(row().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void takesAwayWhatItMadeAndFreesTheTenant() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals().rollBack(id, Samples.BO, "");

        runner.run(id);

        assertThat(steps.ran()).endsWith("AwaitStack", "RemoveStack", "RemovePlatformObjects", "RemoveNamespace");
        assertThat(row().state()).isEqualTo(State.UNDONE);
        assertThat(bot.published(OperationEvent.Undone.class)).hasSize(1);
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).isEmpty();
    }

    @Test
    void holdsAndKeepsTheTenantWhenWhatItMadeCannotBeTakenAway() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        steps.next(Step.RemoveNamespace.class, new StepResult.Failed("a finalizer holds it"));
        runner.run(id);
        signals().rollBack(id, Samples.BO, "");
        runner.run(id);
        assertThat(row().state()).isEqualTo(State.UNDO_FAILED);
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).contains(id);

        assertThat(signals().retry(id, Samples.BO)).isTrue();
        runner.run(id);

        assertThat(row().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void leavesOutWhatIsHarmlessAndEnds() {
        steps.next(Step.Welcome.class, new StepResult.Failed("takes no direct messages"));
        runner.run(id);

        assertThat(signals().skip(id, Samples.BO, "told by phone")).isTrue();

        assertThat(row().state()).isEqualTo(State.DONE);
        assertThat(journal()).endsWith("Welcome SKIPPED told by phone");
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).isEmpty();
    }

    @Test
    void leavesOutNothingThatATenantNeeds() {
        steps.next(Step.ApplyQuota.class, new StepResult.Failed("not allowed"));
        runner.run(id);

        assertThat(signals().skip(id, Samples.BO, "hurry")).isFalse();

        assertThat(row().state()).isEqualTo(State.FAILED);
    }

    @Test
    void turnsACancelledOneRoundUnlessOthersWorkOnTheTenant() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);
        signals().cancel(id, Samples.BO, "");
        OperationId next = bot.get(Operations.class).startApproved(ADA, "r2");
        assertThat(signals().rollBack(id, Samples.BO, "")).isFalse();
        runner.run(next);

        assertThat(signals().rollBack(id, Samples.BO, "")).isTrue();

        assertThat(row().state()).isEqualTo(State.UNDOING);
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).contains(id);
    }

    @Test
    void neverBeginsOneThatWasCancelledWhileItWaited() {
        OperationId next = bot.get(Operations.class).startApproved(ADA, "r2");

        assertThat(signals().cancel(next, Samples.BO, "")).isTrue();
        runner.run(id);

        assertThat(bot.get(Operations.class).find(next).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).isEmpty();
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
    void handsTheTenantOnOnceAFailedOneIsCancelled() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        OperationId next = bot.get(Operations.class).startApproved(ADA, "r2");
        runner.run(id);
        assertThat(bot.get(Operations.class).failedOn(ADA.tenant()))
                .map(OperationRow::id)
                .contains(id);

        assertThat(signals().cancel(id, Samples.BO, "not worth it")).isTrue();

        assertThat(signals().retry(id, Samples.CY)).isFalse();
        assertThat(queue.scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(next, 1, false));
        assertThat(bot.get(Operations.class).activeOn(ADA.tenant())).contains(next);
        assertThat(bot.get(Operations.class).failedOn(ADA.tenant())).isEmpty();
        assertThat(journal()).last().isEqualTo("AwaitStack CANCELLED not worth it");
    }

    @Test
    void beginsNothingBehindAFailureThatWaitsForAPerson() {
        steps.next(Step.AwaitStack.class, new StepResult.Failed("the image does not exist"));
        runner.run(id);

        var submitted = bot.get(Operations.class).submit(ADA, Samples.ANA);

        assertThat(submitted)
                .isInstanceOfSatisfying(
                        Operations.Submitted.Blocked.class,
                        blocked -> assertThat(blocked.by().id()).isEqualTo(id));
    }

    @Test
    void refusesAnOperationThatDoesNotExist() {
        assertThatThrownBy(() -> runner.run(new OperationId("never"))).hasMessage("no operation never");
    }
}
