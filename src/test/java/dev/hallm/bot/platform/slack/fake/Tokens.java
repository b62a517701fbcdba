package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The app's tokens and scopes, and what each method wants of them. */
final class Tokens {
    static final String BOT = "xoxb-fake-bot-token";
    static final String APP = "xapp-fake-app-token";

    private static final Set<String> NONE = Set.of();
    /** Any one of the scopes will do; conversations.* look at the kind of channel besides. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry("auth.test", NONE),
            Map.entry("apps.connections.open", Set.of("connections:write")),
            Map.entry("bots.info", Set.of("users:read")),
            Map.entry("chat.delete", Set.of("chat:write")),
            Map.entry("chat.postEphemeral", Set.of("chat:write")),
            Map.entry("chat.postMessage", Set.of("chat:write")),
            Map.entry("chat.update", Set.of("chat:write")),
            Map.entry("conversations.history", NONE),
            Map.entry("conversations.info", NONE),
            Map.entry("conversations.list", Set.of("channels:read", "groups:read", "im:read", "mpim:read")),
            Map.entry("conversations.open", Set.of("im:write")),
            Map.entry("conversations.replies", NONE),
            Map.entry("files.completeUploadExternal", Set.of("files:write")),
            Map.entry("files.getUploadURLExternal", Set.of("files:write")),
            Map.entry("files.info", Set.of("files:read")),
            Map.entry("team.info", Set.of("team:read")),
            Map.entry("usergroups.list", Set.of("usergroups:read")),
            Map.entry("usergroups.users.list", Set.of("usergroups:read")),
            Map.entry("users.info", Set.of("users:read")),
            Map.entry("users.list", Set.of("users:read")),
            Map.entry("views.open", NONE),
            Map.entry("views.publish", NONE),
            Map.entry("views.push", NONE),
            Map.entry("views.update", NONE));

    private volatile Set<String> granted = Set.of(
            "app_mentions:read",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "team:read",
            "usergroups:read",
            "users:read");
    private volatile String error = "";

    void grant(Set<String> scopes) {
        granted = Set.copyOf(scopes);
    }

    /** From now on each call fails so, for example with token_revoked; empty ends it. */
    void failWith(String everyError) {
        error = everyError;
    }

    boolean has(String scope) {
        return granted.contains(scope);
    }

    String provided() {
        return String.join(",", new TreeSet<>(granted));
    }

    void check(ApiRequest request) {
        if (request.token().isEmpty()) {
            throw new ApiError("not_authed");
        }
        boolean app = request.token().equals(APP);
        if (!app && !request.token().equals(BOT)) {
            throw new ApiError("invalid_auth");
        }
        if (!error.isEmpty()) {
            throw new ApiError(error);
        }
        boolean forApps = request.method().equals("apps.connections.open");
        if (app != forApps && !request.method().equals("auth.test")) {
            throw new ApiError("not_allowed_token_type");
        }
        if (!app) {
            need(NEEDED.getOrDefault(request.method(), NONE));
        }
    }

    /** Refuses unless one of the scopes is granted. */
    void need(Set<String> anyOf) {
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(granted::contains)) {
            var more = Json.object().put("needed", String.join(",", List.copyOf(new TreeSet<>(anyOf))));
            throw new ApiError("missing_scope", more.put("provided", provided()));
        }
    }
}
