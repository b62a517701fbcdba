package dev.hallm.bot.platform.slack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What blocks say, for a text file. */
final class PlainWords {
    private PlainWords() {}

    static String of(List<ObjectNode> blocks) {
        return blocks.stream().map(PlainWords::block).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "rich_text" -> joined(block.path("elements"), "\n");
            case "section" -> joined(block.path("fields"), "\n");
            case "context" -> joined(block.path("elements"), " ");
            default -> words(block.path("text"));
        };
    }

    private static String joined(JsonNode nodes, String between) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(PlainWords::words)
                .collect(Collectors.joining(between));
    }

    private static String words(JsonNode node) {
        return switch (node.path("type").asString("")) {
            case "date" -> node.path("fallback").asString("");
            case "user" -> node.path("user_id").asString("");
            case "text", "link", "plain_text" ->
                node.path("text").asString(node.path("url").asString(""));
            case "mrkdwn" -> node.path("text").asString("").replaceAll("<![^|>]*\\|([^>]*)>", "$1");
            default -> joined(node.path("elements"), "");
        };
    }
}
