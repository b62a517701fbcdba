package dev.hallm.bot.platform.discord.fake;

import tools.jackson.databind.JsonNode;

/** The documented limits of embeds. */
final class EmbedRules {
    private final FormErrors errors;
    private int total;

    private EmbedRules(FormErrors errors) {
        this.errors = errors;
    }

    static void check(JsonNode embeds, FormErrors errors) {
        errors.atMostItems("embeds", embeds.size(), 10);
        EmbedRules rules = new EmbedRules(errors);
        for (int i = 0; i < embeds.size(); i++) {
            rules.embed(embeds.path(i), "embeds." + i);
        }
        if (rules.total > 6000) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
    }

    private void embed(JsonNode embed, String path) {
        text(embed, "title", path, 256);
        text(embed, "description", path, 4096);
        text(embed.path("footer"), "text", path + ".footer", 2048);
        text(embed.path("author"), "name", path + ".author", 256);
        JsonNode fields = embed.path("fields");
        errors.atMostItems(path + ".fields", fields.size(), 25);
        for (int i = 0; i < fields.size(); i++) {
            String at = path + ".fields." + i;
            required(fields.path(i), "name", at);
            required(fields.path(i), "value", at);
            text(fields.path(i), "name", at, 256);
            text(fields.path(i), "value", at, 1024);
        }
    }

    private void required(JsonNode node, String field, String path) {
        if (Json.text(node, field).isBlank()) {
            errors.add(path + "." + field, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private void text(JsonNode node, String field, String path, int most) {
        String text = Json.text(node, field);
        errors.atMost(path + "." + field, text, most);
        total += Json.length(text.strip());
    }
}
