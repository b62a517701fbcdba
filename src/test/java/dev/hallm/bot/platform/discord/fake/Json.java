package dev.hallm.bot.platform.discord.fake;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Short words for the JSON that everything here is made of. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Whether the field is there and not null. */
    static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static Optional<String> optional(JsonNode node, String field) {
        return has(node, field) ? Optional.of(text(node, field)) : Optional.empty();
    }

    static Stream<JsonNode> items(JsonNode node, String field) {
        JsonNode list = node.path(field);
        return list.isArray() ? list.valueStream() : Stream.empty();
    }

    /** Length as Discord counts it: in code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static ObjectNode copy(JsonNode node) {
        return (ObjectNode) node.deepCopy();
    }
}
