package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The card of an onboarding that is rolled back. */
class RollBackCardTest extends OnboardingCardBench {
    @Test
    void ticksTheStepsOfARollBack() {
        failed(ChecklistItem.STACK, "the image does not exist");
        wish(OnboardingEvent.ROLL_BACK);
        bench.get(Lifecycle.class).stepDone(row(), new StepResult.Done());
        bench.get(Lifecycle.class).stepWaits(row(), "2 Secrets are left", null, OperationRow.Trouble.NONE);

        assertThat(checklist().items())
                .containsExactly(
                        new Block.Item("Remove Home Assistant and Ollama", Block.ItemState.DONE, ""),
                        new Block.Item(
                                "Remove quotas, limits and login", Block.ItemState.RUNNING, "2 Secrets are left"),
                        new Block.Item("Remove the namespace", Block.ItemState.OPEN, ""));
    }

    @Test
    void saysHowLongARollBackHasBeenWaiting() {
        failed(ChecklistItem.STACK, "the image does not exist");
        wish(OnboardingEvent.ROLL_BACK);
        bench.get(Lifecycle.class).stepWaits(row(), "2 Secrets are left", null, OperationRow.Trouble.NONE);

        bench.bot().clock().advance(Duration.ofSeconds(43));

        assertThat(checklist().items().getFirst().detail()).isEqualTo("2 Secrets are left, 40 s");
    }

    @Test
    void saysWhyARollBackStopped() {
        failed(ChecklistItem.STACK, "the image does not exist");
        wish(OnboardingEvent.ROLL_BACK);

        bench.get(Lifecycle.class).stepFailed(row(), new StepResult.Failed("a finalizer holds it"));

        assertThat(card().fallbackText()).startsWith("The roll back of ada stopped: a finalizer holds it.");
        assertThat(card().tone()).isEqualTo(Tone.BAD);
        assertThat(ViewBench.buttons(card())).containsExactly("Retry step", "Cancel onboarding…", "Show details");
    }

    @Test
    void shrinksToTwoLinesOnceRolledBack() {
        failed(ChecklistItem.STACK, "the image does not exist");
        wish(OnboardingEvent.ROLL_BACK);

        for (int steps = 0; steps < 3; steps++) {
            bench.get(Lifecycle.class).stepDone(row(), new StepResult.Done());
        }

        assertThat(card().fallbackText()).isEqualTo("– Onboarding ada was rolled back: what it made is gone.");
        assertThat(card().blocks()).hasSize(2);
    }
}
