package dev.hallm.bot.platform.discord.fake;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a message may look like, once the request is applied to it. */
final class MessageRules {
    private MessageRules() {}

    /** Refuses a request that alone is wrong: limits, and old fields beside Components V2. */
    static void check(JsonNode body, boolean v2, Set<String> fileNames) {
        FormErrors errors = new FormErrors();
        errors.atMost("content", Json.text(body, "content"), 2000);
        errors.atMost("nonce", Json.text(body, "nonce"), 25);
        EmbedRules.check(body.path("embeds"), errors);
        ComponentRules.check(body.path("components"), v2, errors);
        Mentions.check(body, errors);
        if (v2) {
            onlyComponents(body, errors);
            attached(body, fileNames, errors);
        }
        errors.refuseIfAny();
    }

    private static void onlyComponents(JsonNode body, FormErrors errors) {
        boolean legacy = !Json.text(body, "content").isEmpty()
                || !body.path("embeds").isEmpty()
                || !body.path("sticker_ids").isEmpty()
                || Json.has(body, "poll");
        if (legacy) {
            errors.add(
                    "flags",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content', 'embeds', 'sticker_ids' and 'poll' fields cannot be used with IS_COMPONENTS_V2");
        }
    }

    private static void attached(JsonNode body, Set<String> fileNames, FormErrors errors) {
        Components.walk(body.path("components"), "components", (path, component) -> {
            for (String field : Set.of("file", "media")) {
                String url = Json.text(component.path(field), "url");
                if (url.startsWith("attachment://") && !fileNames.contains(url.substring("attachment://".length()))) {
                    errors.add(path + "." + field + ".url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", url);
                }
            }
        });
    }

    /** Refuses a message that would show nothing. */
    static void notEmpty(JsonNode message) {
        boolean something = !Json.text(message, "content").isBlank()
                || !message.path("embeds").isEmpty()
                || !message.path("components").isEmpty()
                || !message.path("attachments").isEmpty();
        if (!something) {
            throw new Refusal(DiscordError.EMPTY_MESSAGE);
        }
    }
}
