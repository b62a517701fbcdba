package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

@EveryPlatform
class SlackSocketMainJobTest extends ChatMainJob {
    private final ChatStage stage = new SlackStage(
            EveryPlatform.SURROUNDINGS.slack(),
            EveryPlatform.SURROUNDINGS.slack().socket());

    @BeforeEach
    void awaitTheConnection() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> EveryPlatform.SURROUNDINGS.slack().socket().connections() > 0);
    }

    @Override
    public ChatStage stage() {
        return stage;
    }
}
