package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.PlatformStatus;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.GroupDirectory;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Discord, when bot-config names a guild: without one there is no platform and no directory, since Spring leaves null
 * beans out of lists. Without a token both are there and say what is missing.
 */
@Configuration(proxyBeanMethods = false)
class DiscordConfiguration {
    @Bean
    DiscordState discordState(DiscordSettings settings, @Value("${DISCORD_TOKEN:}") String token) {
        return new DiscordState(settings.guild().isPresent(), !token.isBlank());
    }

    @Bean
    PlatformStatus discordStatus(DiscordState state) {
        return new DiscordStatus(state);
    }

    @Bean
    @Nullable
    DiscordLink discordLink(
            DiscordSettings settings,
            DiscordState state,
            DiscordRenderer renderer,
            DataSource database,
            ObjectProvider<Dispatcher> dispatcher,
            Acknowledgements acknowledgements,
            Clock clock,
            @Value("${DISCORD_TOKEN:}") String token,
            @Value("${DISCORD_API_URL:}") String api) {
        if (settings.guild().isEmpty()) {
            return null;
        }
        var access = new DiscordAccess(settings.guild().get(), token, api);
        var leaders = new DiscordLink.Leaders(LeaderLocks.in(database), LeaderSettings.DEFAULT);
        return DiscordLink.of(access, state, renderer, leaders, dispatcher::getObject, acknowledgements, clock);
    }

    @Bean
    @Nullable
    ChatPlatform discordPlatform(@Nullable DiscordLink link) {
        return link == null ? null : link.platform();
    }

    @Bean
    @Nullable
    GroupDirectory discordDirectory(@Nullable DiscordLink link) {
        return link == null ? null : link.directory();
    }

    @Bean
    @Nullable
    Gateway discordGateway(@Nullable DiscordLink link) {
        return link == null ? null : link.gateway();
    }
}
