package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A button as a person sees it, and what its click sends. */
public record SlackButton(
        String label,
        String actionId,
        String blockId,
        String value,
        String style,
        String url,
        @Nullable JsonNode confirm,
        String accessibilityLabel,
        ObjectNode element) {
    /** Every button of the blocks, in reading order. */
    public static List<SlackButton> in(JsonNode blocks) {
        var found = new ArrayList<SlackButton>();
        for (JsonNode block : blocks) {
            for (JsonNode element : elements(block)) {
                if (element instanceof ObjectNode button
                        && Json.text(button, "type").equals("button")) {
                    found.add(of(button, Json.text(block, "block_id")));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The button with this label. @throws AssertionError when there is none, or more than one */
    public static SlackButton labelled(String label, JsonNode blocks) {
        List<SlackButton> all = in(blocks);
        List<SlackButton> found =
                all.stream().filter(button -> button.label().equals(label)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " buttons \"" + label + "\" among "
                    + all.stream().map(SlackButton::label).toList());
        }
        return found.getFirst();
    }

    static List<JsonNode> elements(JsonNode block) {
        var all = new ArrayList<JsonNode>();
        block.path("elements").forEach(all::add);
        if (block.has("accessory")) {
            all.add(block.path("accessory"));
        }
        if (block.has("element")) {
            all.add(block.path("element"));
        }
        return all;
    }

    private static SlackButton of(ObjectNode button, String block) {
        return new SlackButton(
                Json.text(button.path("text"), "text"),
                Json.text(button, "action_id"),
                block,
                Json.text(button, "value"),
                Json.text(button, "style"),
                Json.text(button, "url"),
                button.get("confirm"),
                Json.text(button, "accessibility_label"),
                button);
    }
}
