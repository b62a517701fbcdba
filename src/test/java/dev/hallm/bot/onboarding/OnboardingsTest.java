package dev.hallm.bot.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
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

    private int changes() {
        return bot.published(OnboardingChanged.class).size();
    }

    private void done(ChecklistItem... items) {
        Stream.of(items).forEach(item -> bot.publish(new OperationEvent.ItemDone(id, ADA, item)));
    }

    /** As the runner does it: the operation waits for a person, and the checklist says so. */
    private void failed(ChecklistItem item, String why) {
        bot.get(OperationRepository.class).move(id, State.RUNNING, State.FAILED);
        bot.publish(new OperationEvent.ItemFailed(id, ADA, item, why));
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

        assertThat(onboardings.retry(id)).isTrue();

        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
        assertThat(item(ChecklistItem.NAMESPACE).state()).isEqualTo(ItemState.RUNNING);
        assertThat(queue.scheduled().getLast()).isEqualTo(new RecordingQueue.Scheduled(id, 2, true));
    }

    @Test
    void retryOnceAtADoubleClick() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");
        onboardings.retry(id);

        assertThat(onboardings.retry(id)).isFalse();

        assertThat(queue.scheduled()).hasSize(2);
    }

    @Test
    void retryNothingThatRuns() {
        assertThat(onboardings.retry(id)).isFalse();
    }

    @Test
    void changeOnceForOneReasonToWait() {
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));
        bot.publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));

        assertThat(changes()).isEqualTo(2);
        assertThat(item(ChecklistItem.NAMESPACE).detail()).isEqualTo("Kubernetes is away");
    }
}
