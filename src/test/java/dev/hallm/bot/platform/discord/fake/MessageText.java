package dev.hallm.bot.platform.discord.fake;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a person reads in a message. */
final class MessageText {
    private MessageText() {}

    static String of(JsonNode message) {
        List<String> lines = new ArrayList<>();
        lines.add(Json.text(message, "content"));
        Json.items(message, "embeds").forEach(embed -> embed(embed, lines));
        Components.ofType(message.path("components"), Components.TEXT_DISPLAY)
                .forEach(text -> lines.add(Json.text(text, "content")));
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    private static void embed(JsonNode embed, List<String> lines) {
        lines.add(Json.text(embed.path("author"), "name"));
        lines.add(Json.text(embed, "title"));
        lines.add(Json.text(embed, "description"));
        Json.items(embed, "fields")
                .forEach(field -> lines.add(Json.text(field, "name") + ": " + Json.text(field, "value")));
        lines.add(Json.text(embed.path("footer"), "text"));
    }
}
