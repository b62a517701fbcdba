package dev.hallm.bot.platform.discord.fake;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns {@code attachment://name} into the address of the attached file, wherever it stands. */
final class MediaLinks {
    private MediaLinks() {}

    static void resolve(ObjectNode message) {
        Map<String, JsonNode> byName = new HashMap<>();
        Json.items(message, "attachments").forEach(file -> byName.put(Json.text(file, "filename"), file));
        resolve(message.path("embeds"), byName);
        resolve(message.path("components"), byName);
    }

    private static void resolve(JsonNode node, Map<String, JsonNode> byName) {
        String url = Json.text(node, "url");
        if (node instanceof ObjectNode object && url.startsWith("attachment://")) {
            JsonNode file = byName.get(url.substring("attachment://".length()));
            if (file != null) {
                object.set("url", file.path("url"));
                object.set("proxy_url", file.path("url"));
                object.set("attachment_id", file.path("id"));
            }
        }
        node.forEach(child -> resolve(child, byName));
    }
}
