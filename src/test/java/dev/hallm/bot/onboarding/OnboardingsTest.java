package dev.hallm.bot.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OnboardingsTest {
    private static final Operation ADA = Samples.provision("ada");

    private final RecordingQueue queue = new RecordingQueue();

    @AutoClose
    private final BotContext bot;

    private final Onboardings onboardings;
    private final OperationId id;

    OnboardingsTest(Db kind) {
        bot = new BotContext(
                kind,
                context -> {
                    context.registerBean(RecordingQueue.class, () -> queue);
                    context.registerBean(
                            OnboardingMachine.class,
                            () -> (state, event) ->
                                    Transitions.next(state, event).map(Transitions.Next::state));
                },
                OperationRepository.class,
                Operations.class,
                Journal.class,
                Lifecycle.class,
                Signals.class,
                OnboardingRepository.class,
                Onboardings.class);
        onboardings = bot.get(Onboardings.class);
        id = bot.get(Operations.class).startApproved(ADA, "r1");
    }

    private Onboarding stored() {
        return onboardings.find(id).orElseThrow();
    }

    private Item item(ChecklistItem item) {
        return stored().items().stream()
                .filter(stored -> stored.item() == item)
                .findFirst()
                .orElseThrow();
    }

    private boolean retry() {
        return wish(OnboardingEvent.RETRY);
    }

    private boolean wish(OnboardingEvent event) {
        return onboardings.signal(id, event, Samples.BO, "because");
    }

    private int changes() {
        return bot.published(OnboardingChanged.class).size();
    }

    private void done(ChecklistItem... items) {
        Stream.of(items).forEach(item -> bot.publish(new OperationEvent.ItemDone(id, ADA, item)));
    }

    private OperationRow row() {
        return bot.get(Operations.class).find(id).orElseThrow();
    }

    /** As the runner does it: steps end until this item's first one is next, which fails. */
    private void failed(ChecklistItem item, String why) {
        Lifecycle lifecycle = bot.get(Lifecycle.class);
        while (row().current().item() != item) {
            lifecycle.stepDone(row(), new StepResult.Done());
        }
        lifecycle.stepFailed(row(), new StepResult.Failed(why));
    }

    @Test
    void beginWithTheFirstItem() {
        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
        assertThat(item(ChecklistItem.NAMESPACE).state()).isEqualTo(ItemState.RUNNING);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void goOnWithTheNextItem() {
        done(ChecklistItem.NAMESPACE);

        assertThat(item(ChecklistItem.NAMESPACE).state()).isEqualTo(ItemState.DONE);
        assertThat(item(ChecklistItem.QUOTA).state()).isEqualTo(ItemState.RUNNING);
    }

    @Test
    void areCompleteAfterTheLastItem() {
        done(ChecklistItem.values());

        assertThat(stored().state()).isEqualTo(OnboardingState.COMPLETE);
        assertThat(stored().done()).isEqualTo(ChecklistItem.values().length);
    }

    @Test
    void ignoreAnItemThatIsNotTheCurrentOne() {
        done(ChecklistItem.WELCOME);

        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void holdAtAFailureAndSayWhy() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");

        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE_FAILED);
        assertThat(item(ChecklistItem.NAMESPACE).detail()).isEqualTo("the name is taken");
    }

    @Test
    void runTheFailedItemAgainAtARetry() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");

        assertThat(retry()).isTrue();

        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
        assertThat(item(ChecklistItem.NAMESPACE).state()).isEqualTo(ItemState.RUNNING);
        assertThat(queue.scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(id, 2, true));
    }

    @Test
    void retryOnceAtADoubleClick() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");
        retry();

        assertThat(retry()).isFalse();

        assertThat(queue.scheduled()).hasSize(2);
    }

    @Test
    void retryNothingThatRuns() {
        assertThat(retry()).isFalse();
    }

    @Test
    void changeOnceForOneReasonToWait() {
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));

        assertThat(changes()).isEqualTo(2);
        assertThat(item(ChecklistItem.NAMESPACE).detail()).isEqualTo("Kubernetes is away");
    }

    @Test
    void leaveOutTheWelcomeWithAReason() {
        failed(ChecklistItem.WELCOME, "takes no direct messages");

        assertThat(wish(OnboardingEvent.SKIP)).isTrue();

        assertThat(stored().state()).isEqualTo(OnboardingState.COMPLETE);
        assertThat(item(ChecklistItem.WELCOME).state()).isEqualTo(ItemState.SKIPPED);
        assertThat(item(ChecklistItem.WELCOME).detail()).isEqualTo("because");
        assertThat(stored().done()).isEqualTo(ChecklistItem.values().length);
    }

    @Test
    void leaveOutNothingThatATenantNeeds() {
        failed(ChecklistItem.STACK, "the image does not exist");

        assertThat(wish(OnboardingEvent.SKIP)).isFalse();

        assertThat(stored().state()).isEqualTo(OnboardingState.STACK_FAILED);
    }

    @Test
    void stopForGoodAtACancel() {
        failed(ChecklistItem.STACK, "the image does not exist");

        assertThat(wish(OnboardingEvent.CANCEL)).isTrue();

        assertThat(stored().state()).isEqualTo(OnboardingState.CANCELLED);
        assertThat(stored().finishedAt()).isNotNull();
        assertThat(item(ChecklistItem.STACK).state()).isEqualTo(ItemState.FAILED);
    }

    @Test
    void goOnUntilTheStepEndsThatRunsAtACancel() {
        assertThat(wish(OnboardingEvent.CANCEL)).isTrue();
        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
        assertThat(changes()).isEqualTo(2);

        bot.get(Lifecycle.class).stepDone(row(), new StepResult.Done());

        assertThat(stored().state()).isEqualTo(OnboardingState.CANCELLED);
        assertThat(stored().items()).extracting(Item::state).doesNotContain(ItemState.RUNNING);
        assertThat(item(ChecklistItem.NAMESPACE).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void sayWhatARollBackWaitsForAndWhyItFailed() {
        failed(ChecklistItem.STACK, "the image does not exist");
        assertThat(wish(OnboardingEvent.ROLL_BACK)).isTrue();
        assertThat(stored().state()).isEqualTo(OnboardingState.ROLLING_BACK);

        bot.get(Lifecycle.class).stepWaits(row(), "pods are left", null, OperationRow.Trouble.NONE);
        assertThat(stored().detail()).isEqualTo("pods are left");
        bot.get(Lifecycle.class).stepFailed(row(), new StepResult.Failed("a finalizer holds it"));

        assertThat(stored().state()).isEqualTo(OnboardingState.ROLLBACK_FAILED);
        assertThat(stored().detail()).isEqualTo("a finalizer holds it");
    }

    @Test
    void changeEveryFewSecondsWhileARollBackWaits() {
        failed(ChecklistItem.QUOTA, "not allowed");
        wish(OnboardingEvent.ROLL_BACK);
        rollBackWaits();
        rollBackWaits();
        int before = changes();
        bot.clock().advance(Duration.ofSeconds(5));

        rollBackWaits();
        rollBackWaits();

        assertThat(changes()).isEqualTo(before + 1);
    }

    private void rollBackWaits() {
        bot.get(Lifecycle.class).stepWaits(row(), "pods are left", null, OperationRow.Trouble.NONE);
    }

    @Test
    void endWhenEverythingIsGoneAgain() {
        failed(ChecklistItem.QUOTA, "not allowed");
        wish(OnboardingEvent.ROLL_BACK);

        for (int steps = 0; steps < 3; steps++) {
            bot.get(Lifecycle.class).stepDone(row(), new StepResult.Done());
        }

        assertThat(stored().state()).isEqualTo(OnboardingState.ROLLED_BACK);
        assertThat(wish(OnboardingEvent.RETRY)).isFalse();
    }

    @Test
    void takeNothingAwayThatALaterOneWorksOn() {
        failed(ChecklistItem.QUOTA, "not allowed");
        wish(OnboardingEvent.CANCEL);
        bot.clock().advance(Duration.ofMinutes(1));
        bot.get(Operations.class).startApproved(ADA, "r2");

        assertThat(wish(OnboardingEvent.ROLL_BACK)).isFalse();
    }

    @Test
    void changeEveryFewSecondsWhileAnItemWaits() {
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));
        int before = changes();
        bot.clock().advance(Duration.ofSeconds(5));

        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));

        assertThat(changes()).isEqualTo(before + 1);
    }
}
