package dev.hallm.bot.platform.slack;

import java.util.List;

/**
 * A bot scope that the bot needs.
 *
 * @param loss what does not work without it
 */
record NeededScope(String scope, String loss) {
    private static final List<NeededScope> ALL = List.of(
            new NeededScope("app_mentions:read", "the bot does not see that it is mentioned, the only way in threads"),
            new NeededScope("channels:history", "a message that may have arrived already can be posted twice"),
            new NeededScope("channels:read", "doctor cannot look at public channels"),
            new NeededScope("chat:write", "the bot cannot post"),
            new NeededScope("commands", "there is no slash command"),
            new NeededScope("files:write", "lists cannot be sent as files"),
            new NeededScope("groups:history", "a message to a private channel can be posted twice"),
            new NeededScope("groups:read", "doctor cannot look at private channels"),
            new NeededScope("im:write", "the bot cannot write to people directly"),
            new NeededScope("usergroups:read", "roles by user group cannot be told"),
            new NeededScope("users:read", "nobody's name and membership can be told, so everybody is refused"));

    static List<NeededScope> all() {
        return ALL;
    }
}
