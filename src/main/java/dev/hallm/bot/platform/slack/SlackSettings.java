package dev.hallm.bot.platform.slack;

import java.util.Optional;
import java.util.Set;

/**
 * bot-config's {@code chat.slack} and what its roles need of Slack.
 *
 * @param workspace id of the one workspace, empty when bot-config has no Slack
 * @param groups ids of the user groups that grant a role
 */
public record SlackSettings(Optional<String> workspace, Set<String> groups) {
    /** Slack's word in accounts, destinations and references. */
    public static final String PLATFORM = "slack";

    public SlackSettings {
        groups = Set.copyOf(groups);
    }
}
