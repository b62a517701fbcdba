package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnboardingCardTest extends OnboardingCardBench {
    private static final int ITEMS = ChecklistItem.values().length;

    private List<String> texts() {
        return ViewBench.blocks(card(), Block.Text.class).stream()
                .flatMap(block -> block.spans().stream())
                .map(Object::toString)
                .toList();
    }

    @Test
    void saysWhileItRunsHowFarItIsAndWithWhat() {
        done(ChecklistItem.NAMESPACE);

        assertThat(card().fallbackText()).isEqualTo("Onboarding ada, 1 of " + ITEMS + " done, now: Quotas and limits.");
        assertThat(card().tone()).isEqualTo(Tone.PROGRESS);
        assertThat(ViewBench.buttons(card())).containsExactly("Cancel onboarding…", "Show details");
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
    void runsTheTimeOfAWaitFromItsOwnBeginning() {
        bench.bot().clock().advance(Duration.ofSeconds(60));
        Instant began = bench.bot().clock().instant().minusSeconds(41);
        bench.bot()
                .publish(new OperationEvent.StepRunning(
                        id, ADA, ChecklistItem.NAMESPACE, "ollama: image pulling", began));

        assertThat(checklist().items().getFirst().detail()).isEqualTo("ollama: image pulling, 40 s");
    }

    @Test
    void saysWhatFailedWhyAndWhereToRetry() {
        failed(ChecklistItem.STACK, "the image does not exist");

        assertThat(card().fallbackText())
                .isEqualTo("Onboarding ada stopped at 2 of " + ITEMS
                        + ". Home Assistant and Ollama: the image does not exist. "
                        + "Fix the cause, then retry: the step goes on where it stopped. "
                        + "Act with the buttons on its card, or see \"onboarding show ada\".");
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

    @Test
    void saysInStepsHowLongARunningItemHasBeenWaiting() {
        bench.bot().publish(new OperationEvent.StepRunning(id, ADA, ChecklistItem.NAMESPACE, "Kubernetes is away"));

        assertThat(waitedAfter(Duration.ofSeconds(4))).isEqualTo("Kubernetes is away");
        assertThat(waitedAfter(Duration.ofSeconds(3))).isEqualTo("Kubernetes is away, 5 s");
        assertThat(waitedAfter(Duration.ofSeconds(92))).isEqualTo("Kubernetes is away, 1 min 30 s");
        assertThat(waitedAfter(Duration.ofMinutes(11))).isEqualTo("Kubernetes is away, 12 min");
    }

    private String waitedAfter(Duration time) {
        bench.bot().clock().advance(time);
        return checklist().items().getFirst().detail();
    }

    @Test
    void showsEvidenceAndWhatToDoAboutAFailure() {
        failed(
                ChecklistItem.STACK,
                new StepResult.Failed(
                        "the image does not exist", "pod/ollama: BackOff: not found", "Correct the image."));

        assertThat(texts()).anyMatch(text -> text.contains("pod/ollama: BackOff: not found"));
        assertThat(texts()).anyMatch(text -> text.contains("Correct the image."));
        assertThat(card().fallbackText()).contains("Correct the image.");
    }

    @Test
    void offersEveryWayOutOfAFailure() {
        failed(ChecklistItem.STACK, "the image does not exist");

        assertThat(ViewBench.buttons(card()))
                .containsExactly("Retry step", "Roll back onboarding…", "Cancel onboarding…", "Show details");
    }

    @Test
    void offersToSkipWhatIsHarmless() {
        failed(ChecklistItem.WELCOME, "takes no direct messages");

        assertThat(ViewBench.buttons(card())).contains("Skip step…");
    }

    @Test
    void saysThatItStopsWhenTheStepEndsAndOffersNothingMore() {
        wish(OnboardingEvent.CANCEL);

        assertThat(card().fallbackText()).endsWith("Stops when the current step ends.");
        assertThat(ViewBench.buttons(card())).containsExactly("Show details");
    }

    @Test
    void shrinksAndOffersTheRollBackOnceCancelled() {
        failed(ChecklistItem.STACK, "the image does not exist");

        wish(OnboardingEvent.CANCEL);

        assertThat(card().fallbackText()).contains("was cancelled. What is there stays");
        assertThat(ViewBench.blocks(card(), Block.Checklist.class)).isEmpty();
        assertThat(ViewBench.buttons(card())).containsExactly("Roll back onboarding…", "Show details");
    }

    @Test
    void showsTheScorecardAboveItsButtons() {
        failed(ChecklistItem.NAMESPACE, "the name is taken");

        scored(new Finding(Check.OLLAMA, State.FAILED, "does not answer"));

        assertThat(ViewBench.blocks(card(), Block.Checklist.class).getLast().items())
                .containsExactly(new Block.Item("Ollama", Block.ItemState.FAILED, "does not answer"));
        assertThat(card().blocks().getLast()).isInstanceOf(Block.Buttons.class);
    }

    @Test
    void saysThatItLooksAgainWhileSomethingIsPending() {
        done(ChecklistItem.values());
        scored(new Finding(Check.DNS, State.PENDING, "no address yet"));
        assertThat(card().blocks().toString()).contains("is looked at again");

        scored(new Finding(Check.DNS, State.OK, "ha.ada.example.com is 192.0.2.10"));

        assertThat(card().blocks().toString()).contains("192.0.2.10").doesNotContain("is looked at again");
        assertThat(bench.outbox().refreshed()).endsWith(new Subject("onboarding", id.value()));
    }
}
