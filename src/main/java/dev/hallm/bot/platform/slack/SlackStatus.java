package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.PlatformStatus;
import dev.hallm.bot.platform.slack.SlackState.Identity;

/** What {@link SlackState} comes to, for health. */
final class SlackStatus implements PlatformStatus {
    private final SlackState state;

    SlackStatus(SlackState state) {
        this.state = state;
    }

    @Override
    public String platform() {
        return SlackSettings.PLATFORM;
    }

    @Override
    public Status status() {
        if (!state.isConfigured()) {
            return new Status.NotConfigured();
        }
        if (!state.hasBotToken()) {
            return new Status.Misconfigured("SLACK_BOT_TOKEN is not set");
        }
        if (!state.hasSigningSecret() && !state.usesSocket()) {
            return new Status.Misconfigured("neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set");
        }
        return state.error().isEmpty() ? asked() : failed();
    }

    private Status failed() {
        return state.isRefused() ? new Status.Misconfigured(state.error()) : new Status.Away(state.error());
    }

    private Status asked() {
        String team = state.identity().map(Identity::team).orElse("");
        if (team.isEmpty()) {
            return new Status.Away("Slack has not answered yet");
        }
        if (!team.equals(state.workspace())) {
            return new Status.Misconfigured("the token belongs to the workspace " + team);
        }
        return state.usesSocket() && !state.isSocketConnected()
                ? new Status.Away("Socket Mode is not connected")
                : new Status.Connected();
    }
}
