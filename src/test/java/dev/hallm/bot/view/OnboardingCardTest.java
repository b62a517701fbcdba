package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OnboardingCardTest {
    private static final Operation ADA = Samples.provision("ada");

    private static final int ITEMS = ChecklistItem.values().length;

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private final OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");

    private Message card() {
        return bench.card(OnboardingCard.class, id.value());
    }

    private Block.Checklist checklist() {
        return ViewBench.blocks(card(), Block.Checklist.class).getFirst();
    }

    private void done(ChecklistItem... items) {
        Stream.of(items).forEach(item -> {
            bench.bot().clock().advance(Duration.ofSeconds(3));
            bench.bot().publish(new OperationEvent.ItemDone(id, ADA, item));
        });
    }

    private void failed(ChecklistItem item, String why) {
        bench.bot().publish(new OperationEvent.ItemFailed(id, ADA, item, why));
    }

    @Test
    void saysWhileItRunsHowFarItIsAndWithWhat() {
        done(ChecklistItem.NAMESPACE);

        assertThat(card().fallbackText()).isEqualTo("Onboarding ada, 1 of " + ITEMS + " done, now: Quotas and limits.");
        assertThat(card().tone()).isEqualTo(Tone.PROGRESS);
        assertThat(ViewBench.buttons(card())).isEmpty();
    }

    @Test
    void ticksWhatIsDoneWithTheTimeItTook() {
        done(ChecklistItem.NAMESPACE);

        assertThat(checklist().items().subList(0, 3))
                .containsExactly(
                        new Block.Item("Namespace", Block.ItemState.DONE, "3.0 s"),
                        new Block.Item("Quotas and limits", Block.ItemState.RUNNING, ""),
                        new Block.Item("Home Assistant and Ollama", Block.ItemState.OPEN, ""));
    }

    @Test
    void saysWhatARunningItemWaitsFor() {
        bench.bot().publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));

        assertThat(checklist().items().getFirst())
                .isEqualTo(new Block.Item("Namespace", Block.ItemState.RUNNING, "Kubernetes is away"));
    }

    @Test
    void saysWhatFailedWhyAndWhereToRetry() {
        done(ChecklistItem.NAMESPACE, ChecklistItem.QUOTA);

        failed(ChecklistItem.STACK, "the image does not exist");

        assertThat(card().fallbackText())
                .isEqualTo("Onboarding ada stopped at 2 of " + ITEMS
                        + ". Home Assistant and Ollama: the image does not exist. "
                        + "Fix the cause, then press \"Retry step\" on the card.");
        assertThat(card().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void offersTheRetryToAdminsAndApprovers() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");

        var button = ViewBench.blocks(card(), Block.Buttons.class)
                .getFirst()
                .buttons()
                .getFirst();
        assertThat(button.label()).isEqualTo("Retry step");
        assertThat(button.accessibilityLabel()).isEqualTo("Retry step ada");
        assertThat(button.action().clickers()).isEqualTo(Clickers.holding(Role.ADMIN, Role.APPROVER));
        assertThat(button.action().arguments()).containsEntry("operation", id.value());
    }

    @Test
    void shrinksToTwoLinesOnceComplete() {
        done(ChecklistItem.values());

        assertThat(card().fallbackText()).isEqualTo("✔ ada is ready, after " + 3 * ITEMS + " s.");
        assertThat(card().tone()).isEqualTo(Tone.GOOD);
        assertThat(card().blocks()).hasSize(2);
    }

    @Test
    void isGoneWithItsOnboarding() {
        assertThat(bench.get(OnboardingCard.class).render("never")).isEmpty();
    }
}
