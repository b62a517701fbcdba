package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

@EveryPlatform
class DiscordMainJobTest extends ChatMainJob {
    @BeforeEach
    void awaitTheCommands() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !EveryPlatform.SURROUNDINGS
                        .discord()
                        .commands()
                        .namesOfGuild()
                        .isEmpty());
    }

    @Override
    public ChatStage stage() {
        return new DiscordStage(EveryPlatform.SURROUNDINGS);
    }
}
