package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Onboardings that fail, and what people make of them. */
interface FailureScenarios extends Scenarios {
    /** The card of an onboarding whose image does not exist, asked for by ana and approved by dee. */
    private Seen failedOnboarding(String tenant) {
        Stage stage = stage();
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("bo"), "size", "broken"));
        stage.clicks("dee", requestFor(tenant), "Approve request");
        return stage.becomes(cardOf(tenant), "2 of " + ITEMS, "never-pulls");
    }

    @Test
    default void saysWhyAnItemFailedAndGoesOnAfterARetry() {
        Stage stage = stage();
        String tenant = tenant("three");
        Seen failed = failedOnboarding(tenant);
        assertThat(failed.labels()).contains("Retry step");

        onCluster(tenant).mendImage();
        stage.clicks("ana", failed, "Retry step");

        stage.becomes(failed, tenant + " is ready");
    }

    @Test
    default void takesAwayWhatAFailedOnboardingMadeAndNothingElse() {
        Stage stage = stage();
        String tenant = tenant("back");
        Seen failed = failedOnboarding(tenant);
        assertThat(failed.labels())
                .containsExactlyInAnyOrder("Retry step", "Roll back onboarding…", "Cancel onboarding…", "Show details");
        assertThat(stage.answerTo("cy", failed, "Retry step").text()).contains("needs the role");
        assertThat(stage.asks("ana", "onboarding skip", Map.of("name", tenant, "reason", "hurry"))
                        .text())
                .contains("can't be skipped");
        assertThat(stage.answerTo("ana", failed, "Show details").text())
                .contains("no namespace", "ha-llm-user-" + tenant);

        stage.fills("dee", failed, "Roll back onboarding…", Map.of("text", tenant));

        stage.becomes(failed, "was rolled back");
        stage.in(Place.OPERATIONS, stage.name("dee"), "rolls the onboarding of " + tenant + " back");
        stage.in(Place.OPERATIONS, "The onboarding of " + tenant + " was rolled back. Found, and left");
        assertThat(onCluster(tenant).exists()).isFalse();
        assertThat(stage.asks("ana", "onboarding show", Map.of("name", tenant)).text())
                .contains("it was rolled back");
    }

    @Test
    default void keepsWhatIsThereWhenAnOnboardingIsCancelled() {
        Stage stage = stage();
        String tenant = tenant("halt");
        Seen failed = failedOnboarding(tenant);

        stage.fills("ana", failed, "Cancel onboarding…", Map.of("text", "asked for the wrong size"));

        Seen cancelled = stage.becomes(failed, "was cancelled");
        assertThat(cancelled.labels()).containsExactlyInAnyOrder("Roll back onboarding…", "Show details");
        assertThat(onCluster(tenant).exists()).isTrue();
        assertThat(stage.asks("ana", "onboarding retry", Map.of("name", tenant)).text())
                .contains("it was cancelled");
        assertThat(stage.asks("ana", "onboarding rollback", Map.of("name", tenant, "confirm", tenant))
                        .text())
                .contains("is being taken away");
        stage.becomes(failed, "was rolled back");
    }
}
