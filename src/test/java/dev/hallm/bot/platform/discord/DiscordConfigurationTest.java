package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What Spring makes of bot-config and the environment; the context is one without a token. */
class DiscordConfigurationTest {
    /** The lists that the core takes. */
    record Found(List<ChatPlatform> platforms, List<GroupDirectory> directories) {}

    @Test
    void thereIsNoDiscordWithoutAGuild() {
        try (BotContext bot = bot(Optional.empty())) {
            assertThat(bot.get(Found.class).platforms()).isEmpty();
            assertThat(bot.get(Found.class).directories()).isEmpty();
            assertThat(bot.get(DiscordState.class).configured()).isFalse();
            assertThat(bot.get(DiscordState.class).lastError()).isEmpty();
        }
    }

    @Test
    void withAGuildThereIsAPlatformThatSaysWhatIsMissing() {
        try (BotContext bot = bot(Optional.of("7"))) {
            assertThat(bot.get(Found.class).platforms())
                    .extracting(ChatPlatform::name)
                    .containsExactly("discord");
            assertThat(bot.get(Found.class).directories()).hasSize(1);
            assertThat(bot.get(Found.class).platforms().getFirst().sends()).isFalse();
            assertThat(bot.get(DiscordState.class).lastError()).contains("DISCORD_TOKEN is not set");
        }
    }

    private static BotContext bot(Optional<String> guild) {
        return new BotContext(
                Db.H2,
                context -> {
                    context.registerBean(DiscordSettings.class, () -> new DiscordSettings(guild, Set.of()));
                    context.registerBean(Acknowledgements.class, () -> new Acknowledgements(new SimpleMeterRegistry()));
                    context.registerBean(DiscordRenderer.class, () -> Drawn.RENDERER);
                    context.registerBean(
                            DataSource.class, () -> Databases.fresh(Db.H2).dataSource());
                },
                DiscordConfiguration.class,
                Found.class);
    }
}
