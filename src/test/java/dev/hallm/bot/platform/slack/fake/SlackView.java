package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal or home view that a person sees, as Slack keeps it. */
public record SlackView(String id, String user, ObjectNode json) {
    public JsonNode blocks() {
        return json.path("blocks");
    }

    public String title() {
        return Json.text(json.path("title"), "text");
    }

    public String callbackId() {
        return Json.text(json, "callback_id");
    }

    public String privateMetadata() {
        return Json.text(json, "private_metadata");
    }

    public String hash() {
        return Json.text(json, "hash");
    }

    public boolean isHome() {
        return Json.text(json, "type").equals("home");
    }

    public String flat() {
        return title() + "\n" + Flattened.of(blocks());
    }

    public List<SlackButton> buttons() {
        return SlackButton.in(blocks());
    }

    /** The button with this label. @throws AssertionError when there is none */
    public SlackButton button(String label) {
        return SlackButton.labelled(label, blocks());
    }
}
