package dev.hallm.bot.platform.slack;

import dev.hallm.bot.identity.ChatAccount;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who is behind a delivery: the account in its own workspace, so that strangers of shared channels stay strangers. */
final class Senders {
    private static final String SLACKBOT = "USLACKBOT";
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{2,32}");

    private Senders() {}

    /** Of a click or a form. */
    static Optional<ChatAccount> ofInteraction(JsonNode payload) {
        JsonNode user = payload.path("user");
        return of(first(user.path("team_id"), payload.path("team").path("id")), user.path("id"));
    }

    /** Of an event; nobody when a bot caused it. */
    static Optional<ChatAccount> ofEvent(JsonNode payload) {
        JsonNode event = payload.path("event");
        boolean byBot =
                event.hasNonNull("bot_id") || event.path("user").asString("").equals(bot(payload));
        return byBot
                ? Optional.empty()
                : of(first(event.path("user_team"), event.path("team"), payload.path("team_id")), event.path("user"));
    }

    /** The user that the bot itself is, as the event says. */
    static String bot(JsonNode payload) {
        JsonNode installed = payload.path("authorizations").path(0);
        return installed.path("is_bot").asBoolean(false)
                ? installed.path("user_id").asString("")
                : "";
    }

    static Optional<ChatAccount> of(String team, String user) {
        boolean somebody = ID.matcher(team).matches() && ID.matcher(user).matches() && !user.equals(SLACKBOT);
        return somebody ? Optional.of(new ChatAccount(SlackSettings.PLATFORM, team, user)) : Optional.empty();
    }

    private static Optional<ChatAccount> of(String team, JsonNode user) {
        return of(team, user.asString(""));
    }

    private static String first(JsonNode... candidates) {
        return Stream.of(candidates)
                .map(node -> node.asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
