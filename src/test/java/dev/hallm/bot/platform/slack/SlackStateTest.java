package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.port.PlatformStatus.Status;
import dev.hallm.bot.platform.slack.fake.Faults;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the bot stands with Slack, for health and doctor. */
class SlackStateTest {
    private final SlackUnderTest bot = SlackUnderTest.start();
    private final SlackState state = bot.get(SlackState.class);

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void knowsTheTokenSoonAfterTheStart() {
        await().until(() -> state.identity().isPresent());

        assertThat(state.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.team()).isEqualTo(bot.slack.workspace().teamId());
            assertThat(identity.botUser()).isEqualTo(bot.slack.workspace().botUserId());
            assertThat(identity.scopes()).contains("chat:write", "commands");
        });
        assertThat(state.error()).isEmpty();
    }

    @Test
    void remembersWhySlackRefuses() {
        await().until(() -> state.identity().isPresent());
        bot.slack.failEveryCallWith("token_revoked");
        state.refresh();

        assertThat(state.error()).isEqualTo("token_revoked");
    }

    private static Status status(SlackUnderTest bot) {
        return bot.get(SlackStatus.class).status();
    }

    @Test
    void isConnectedOnceSlackAnswered() {
        await().until(() -> status(bot).equals(new Status.Connected()));
    }

    @Test
    void tellsOutagesFromMistakes() {
        await().until(() -> state.identity().isPresent());
        bot.slack.faults().next(1, "auth.test", Faults.Kind.HTML);
        state.refresh();
        assertThat(status(bot)).isInstanceOf(Status.Away.class);

        bot.slack.failEveryCallWith("invalid_auth");
        state.refresh();
        assertThat(status(bot)).isEqualTo(new Status.Misconfigured("invalid_auth"));
    }

    @Test
    void saysWhatIsMissing() {
        try (var none = SlackUnderTest.unconfigured()) {
            assertThat(status(none)).isEqualTo(new Status.NotConfigured());
        }
        try (var mute = SlackUnderTest.start(Map.of("SLACK_BOT_TOKEN", ""))) {
            assertThat(status(mute)).isEqualTo(new Status.Misconfigured("SLACK_BOT_TOKEN is not set"));
        }
        try (var deaf = SlackUnderTest.start(Map.of("SLACK_SIGNING_SECRET", ""))) {
            assertThat(status(deaf)).isInstanceOf(Status.Misconfigured.class);
        }
    }

    @Test
    void neverShowsASecret() {
        assertThat(bot.get(SlackAccess.class).toString()).doesNotContain("xoxb", "secret");
    }
}
