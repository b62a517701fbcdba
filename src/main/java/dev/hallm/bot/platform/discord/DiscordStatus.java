package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.PlatformStatus;

/** What {@link DiscordState} comes to, for health. A replica that stands by for the gateway is as well as its leader. */
final class DiscordStatus implements PlatformStatus {
    private final DiscordState state;

    DiscordStatus(DiscordState state) {
        this.state = state;
    }

    @Override
    public String platform() {
        return DiscordSettings.PLATFORM;
    }

    @Override
    public Status status() {
        if (!state.configured()) {
            return new Status.NotConfigured();
        }
        if (!state.tokenPresent()) {
            return new Status.Misconfigured("DISCORD_TOKEN is not set");
        }
        String problem = state.lastError().orElse("");
        if (state.tokenRefused()) {
            return new Status.Misconfigured(problem);
        }
        if (state.connected() && !state.guildSeen()) {
            return new Status.Misconfigured("the bot is not in the guild that bot.yaml names");
        }
        return isWell(problem) ? new Status.Connected() : new Status.Away(why(problem));
    }

    private boolean isWell(String problem) {
        return state.connected() ? state.commandsOffered() : !state.leader() && problem.isEmpty();
    }

    private String why(String problem) {
        if (!problem.isEmpty()) {
            return problem;
        }
        return state.connected() ? "its commands are being registered" : "the gateway is not connected";
    }
}
