package dev.hallm.bot.platform.slack.fake;

import java.util.Set;

/** Where blocks are shown, with how many fit and which kinds are allowed there. */
public enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    private static final Set<String> EVERYWHERE =
            Set.of("section", "divider", "image", "actions", "context", "input", "header", "video", "rich_text");
    private static final Set<String> IN_MESSAGES = Set.of("file", "markdown", "table", "context_actions");

    private final int most;

    Surface(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    static boolean isKnown(String type) {
        return EVERYWHERE.contains(type) || IN_MESSAGES.contains(type);
    }

    boolean allows(String type) {
        return EVERYWHERE.contains(type) || (this == MESSAGE && IN_MESSAGES.contains(type));
    }
}
