package dev.hallm.bot.platform.slack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the bot's token must be allowed to do, and for the sake of which methods and events; nothing more is asked for. */
enum SlackScopes {
    APP_MENTIONS("app_mentions:read", "hears @mentions, the only way to it in threads", "app_mention"),
    CHAT_WRITE(
            "chat:write",
            "posts and updates cards and answers",
            "chat.postMessage",
            "chat.update",
            "chat.postEphemeral"),
    COMMANDS("commands", "has its slash command"),
    FILES_WRITE(
            "files:write",
            "uploads CSV files and long logs",
            "files.getUploadURLExternal",
            "files.completeUploadExternal"),
    CHANNELS_READ("channels:read", "checks that it is in the public channels of bot.yaml", "conversations.info"),
    GROUPS_READ("groups:read", "checks the same for private channels", "conversations.info"),
    CHANNELS_HISTORY(
            "channels:history",
            "looks in a public channel for a message before it repeats it",
            "conversations.history",
            "conversations.replies"),
    GROUPS_HISTORY(
            "groups:history",
            "looks in a private channel for a message before it repeats it",
            "conversations.history",
            "conversations.replies"),
    IM_HISTORY(
            "im:history",
            "hears direct messages, and looks there before it repeats one",
            "message.im",
            "conversations.history",
            "conversations.replies"),
    IM_WRITE("im:write", "opens a direct message to a person", "conversations.open"),
    USERS_READ("users:read", "shows names, and tells guests and bots from members", "users.info"),
    USERGROUPS_READ("usergroups:read", "knows who is in the groups that grant roles", "usergroups.users.list");

    private final String scope;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> neededBy;

    SlackScopes(String scope, String reason, String... neededBy) {
        this.scope = scope;
        this.reason = reason;
        this.neededBy = List.of(neededBy);
    }

    /** Slack's name of it. */
    String scope() {
        return scope;
    }

    /** What the bot does with it, after "it". */
    String reason() {
        return reason;
    }

    /** The methods and events that Slack refuses without it. */
    List<String> neededBy() {
        return neededBy;
    }

    /** Every method and event with the scopes for it; one of several is enough for the kind of conversation it names. */
    static Map<String, List<SlackScopes>> byMethod() {
        var methods = new LinkedHashMap<String, List<SlackScopes>>();
        for (SlackScopes scope : values()) {
            scope.neededBy.forEach(method ->
                    methods.computeIfAbsent(method, _ -> new ArrayList<>()).add(scope));
        }
        return methods;
    }

    /** The scopes that are missing among those granted, as the response header {@code x-oauth-scopes} lists them. */
    static Set<String> missing(Set<String> granted) {
        Set<String> missing =
                new TreeSet<>(Arrays.stream(values()).map(SlackScopes::scope).toList());
        missing.removeAll(granted);
        return missing;
    }
}
