package dev.hallm.bot.platform.discord;

import java.util.Optional;
import java.util.Set;

/**
 * bot-config's {@code chat.discord} and what its roles need of Discord.
 *
 * @param guild id of the one guild, empty when bot-config has no Discord
 * @param roles ids of the Discord roles that grant a role
 */
public record DiscordSettings(Optional<String> guild, Set<String> roles) {
    /** Discord's word in accounts, destinations and references. */
    public static final String PLATFORM = "discord";

    public DiscordSettings {
        roles = Set.copyOf(roles);
    }
}
