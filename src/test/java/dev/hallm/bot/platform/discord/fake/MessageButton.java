package dev.hallm.bot.platform.discord.fake;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A button below a message; a link has a URL and no custom id. */
public record MessageButton(
        String label, Optional<String> customId, int style, boolean disabled, Optional<String> url, int id) {

    static MessageButton of(JsonNode json) {
        return new MessageButton(
                Json.text(json, "label"),
                Json.optional(json, "custom_id"),
                json.path("style").asInt(0),
                json.path("disabled").asBoolean(false),
                Json.optional(json, "url"),
                json.path("id").asInt(0));
    }
}
