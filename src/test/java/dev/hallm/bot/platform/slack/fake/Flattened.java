package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All text of blocks, whatever their kind: one line for each block, list item and table row. */
public final class Flattened {
    private final StringBuilder text = new StringBuilder();

    private Flattened() {}

    /** The text of blocks as a reader sees it. */
    public static String of(JsonNode blocks) {
        var flattened = new Flattened();
        for (JsonNode block : blocks) {
            flattened.add(block);
            flattened.text.append('\n');
        }
        return flattened.text.toString().replaceAll("\n{2,}", "\n").strip();
    }

    /** The strings that count towards a message's cumulative length. */
    static List<String> strings(JsonNode blocks) {
        var found = new ArrayList<String>();
        collect(blocks, found);
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (field.getKey().equals("text") && field.getValue().isString()) {
                    found.add(field.getValue().asString(""));
                } else {
                    collect(field.getValue(), found);
                }
            });
        } else {
            node.forEach(child -> collect(child, found));
        }
    }

    private void add(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::add);
            return;
        }
        switch (Json.text(node, "type")) {
            case "user" -> text.append("<@").append(Json.text(node, "user_id")).append('>');
            case "channel" ->
                text.append("<#").append(Json.text(node, "channel_id")).append('>');
            case "usergroup" ->
                text.append("<!subteam^")
                        .append(Json.text(node, "usergroup_id"))
                        .append('>');
            case "broadcast" ->
                text.append("<!").append(Json.text(node, "range")).append('>');
            case "emoji" -> text.append(':').append(Json.text(node, "name")).append(':');
            case "date" -> text.append(Json.text(node, "fallback"));
            case "link" -> text.append(node.path("text").asString(Json.text(node, "url")));
            case "image" -> line(Json.text(node, "alt_text"));
            case "button" -> line("[" + Json.text(node.path("text"), "text") + "]");
            case "table" -> node.path("rows").forEach(this::row);
            case "rich_text_section", "rich_text_quote", "rich_text_preformatted" -> {
                add(node.path("elements"));
                text.append('\n');
            }
            default -> parts(node);
        }
    }

    private void row(JsonNode row) {
        row.forEach(cell -> {
            add(cell);
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                text.setLength(text.length() - 1);
            }
            text.append(" | ");
        });
        text.append('\n');
    }

    private void parts(JsonNode node) {
        JsonNode own = node.path("text");
        if (own.isString()) {
            text.append(own.asString(""));
            if (!Json.text(node, "type").equals("text")
                    && !Json.text(node, "type").equals("raw_text")) {
                text.append('\n');
            }
        } else if (own.isObject()) {
            add(own);
        }
        for (String field :
                List.of("title", "label", "hint", "fields", "elements", "accessory", "element", "options")) {
            if (node.has(field)) {
                add(node.path(field));
            }
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
