package dev.hallm.bot.platform.slack;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How much of a message's allowance for text a part of it takes. */
final class Weight {
    private static final Set<String> TEXTS = Set.of("text", "fallback", "url", "accessibility_label");

    private Weight() {}

    static int of(JsonNode node) {
        int sum = 0;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (!value.isString()) {
                sum += of(value);
            } else if (TEXTS.contains(entry.getKey())) {
                sum += value.stringValue().length();
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                sum += of(element);
            }
        }
        return sum;
    }
}
