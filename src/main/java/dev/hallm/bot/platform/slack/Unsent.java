package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.Sent;
import java.time.Duration;
import java.util.Set;

/** What a failure of Slack's means for a message: later where somebody or time mends it, else never. */
final class Unsent {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration WHEN_MENDED = Duration.ofMinutes(1);

    /** Mended by whoever runs the bot, as {@code doctor} tells them. */
    private static final Set<String> MENDABLE = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type",
            "missing_scope",
            "no_permission",
            "not_in_channel",
            "ekm_access_denied",
            "team_access_not_granted",
            "org_login_required");

    private Unsent() {}

    static Sent because(SlackAnswer.Failure failure) {
        return switch (failure) {
            case SlackAnswer.Limited(Duration delay) -> new Sent.Later(delay, "Slack's limit");
            case SlackAnswer.Away(String why) -> new Sent.Later(SOON, why);
            case SlackAnswer.Refused(String error) when MENDABLE.contains(error) -> new Sent.Later(WHEN_MENDED, error);
            case SlackAnswer.Refused(String error) -> new Sent.Undeliverable(error);
        };
    }
}
