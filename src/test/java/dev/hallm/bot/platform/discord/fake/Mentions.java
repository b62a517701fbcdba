package dev.hallm.bot.platform.discord.fake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Works out whom a message notifies, from its text and {@code allowed_mentions} or the defaults of its kind. */
final class Mentions {
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    private final Set<String> parsed;
    private final Set<String> users;
    private final Set<String> roles;

    private Mentions(Set<String> parsed, Set<String> users, Set<String> roles) {
        this.parsed = parsed;
        this.users = users;
        this.roles = roles;
    }

    /** What the request allows; an interaction's default is users only, a channel message's everything. */
    static Mentions allowed(JsonNode body, boolean fromInteraction) {
        JsonNode allowed = body.path("allowed_mentions");
        if (!allowed.isObject()) {
            Set<String> all = fromInteraction ? Set.of("users") : Set.of("users", "roles", "everyone");
            return new Mentions(all, Set.of(), Set.of());
        }
        return new Mentions(strings(allowed, "parse"), strings(allowed, "users"), strings(allowed, "roles"));
    }

    /** Refuses what Discord calls mutually exclusive. */
    static void check(JsonNode body, FormErrors errors) {
        JsonNode allowed = body.path("allowed_mentions");
        for (String kind : List.of("users", "roles")) {
            if (strings(allowed, "parse").contains(kind)
                    && !strings(allowed, kind).isEmpty()) {
                errors.add(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
            }
        }
    }

    Set<String> pings(JsonNode message, boolean mayMentionEveryone) {
        String text = CODE.matcher(MessageText.of(withoutEmbeds(message))).replaceAll(" ");
        Set<String> pings = new LinkedHashSet<>();
        find(USER, text).stream()
                .filter(id -> parsed.contains("users") || users.contains(id))
                .forEach(id -> pings.add("user:" + id));
        find(ROLE, text).stream()
                .filter(id -> mayMentionEveryone && (parsed.contains("roles") || roles.contains(id)))
                .forEach(id -> pings.add("role:" + id));
        if (mayMentionEveryone
                && parsed.contains("everyone")
                && EVERYONE.matcher(text).find()) {
            pings.add("everyone");
        }
        return pings;
    }

    /** Ids of the mentioned users, whether they are notified or not. */
    static Set<String> users(JsonNode message) {
        return find(USER, MessageText.of(withoutEmbeds(message)));
    }

    private static JsonNode withoutEmbeds(JsonNode message) {
        var text = Json.object().put("content", Json.text(message, "content"));
        text.set("components", message.path("components").deepCopy());
        return text;
    }

    private static Set<String> find(Pattern pattern, String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static Set<String> strings(JsonNode node, String field) {
        Set<String> all = new LinkedHashSet<>();
        Json.items(node, field).forEach(item -> all.add(item.asString("")));
        return all;
    }
}
