package dev.hallm.bot.platform.discord.fake;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord turns digits in a string into a number where it wants one (its refusal of anything else is called {@code
 * NUMBER_TYPE_COERCE}). JDA relies on it for the two lists of numbers of a command.
 */
final class Coercion {
    private static final Set<String> LISTS_OF_NUMBERS = Set.of("contexts", "integration_types");

    private Coercion() {}

    static JsonNode coerced(JsonNode body) {
        if (body instanceof ObjectNode object) {
            LISTS_OF_NUMBERS.stream()
                    .map(object::path)
                    .filter(JsonNode::isArray)
                    .forEach(list -> numbers((ArrayNode) list));
        }
        if (body.isArray()) {
            body.forEach(Coercion::coerced);
        }
        return body;
    }

    private static void numbers(ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.path(i);
            if (item.isString() && item.asString().matches("\\d{1,9}")) {
                list.set(i, Integer.parseInt(item.asString()));
            }
        }
    }
}
