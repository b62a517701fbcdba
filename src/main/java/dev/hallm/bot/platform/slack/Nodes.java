package dev.hallm.bot.platform.slack;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON objects that Block Kit is made of. */
final class Nodes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Nodes() {}

    static ArrayNode array() {
        return JSON.arrayNode();
    }

    static ArrayNode array(Iterable<? extends JsonNode> nodes) {
        ArrayNode array = array();
        nodes.forEach(array::add);
        return array;
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** Literal text without emoji; a dash stands where there is none to see, because Slack refuses an empty one. */
    static ObjectNode plain(String text, int most) {
        String clean = SlackText.shorten(SlackText.line(text), most);
        return typed("plain_text")
                .put("text", SlackText.isBlank(clean) ? "–" : clean)
                .put("emoji", false);
    }

    /** Text with markup that is ours; nothing in it is turned into links. */
    static ObjectNode markup(String text) {
        return typed("mrkdwn").put("text", text).put("verbatim", true);
    }

    static ObjectNode elements(String type, ArrayNode elements) {
        ObjectNode node = typed(type);
        node.set("elements", elements);
        return node;
    }

    static ObjectNode richText(JsonNode... parts) {
        ArrayNode elements = array();
        for (JsonNode part : parts) {
            elements.add(part);
        }
        return elements("rich_text", elements);
    }

    static ObjectNode section(ArrayNode elements) {
        return elements("rich_text_section", elements);
    }

    /** A literal text of a rich text. */
    static ObjectNode text(String text) {
        return typed("text").put("text", text);
    }

    static ObjectNode styled(String text, String style) {
        ObjectNode node = text(text);
        node.putObject("style").put(style, true);
        return node;
    }
}
