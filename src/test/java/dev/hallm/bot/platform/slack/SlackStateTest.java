package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    @Test
    void neverShowsASecret() {
        assertThat(bot.get(SlackAccess.class).toString()).doesNotContain("xoxb", "secret");
    }
}
