package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.port.ActionIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Buttons in rows; each carries the opaque id of its action and nothing else. Slack refuses an id that stands twice in
 * a message, so an action has one button in it.
 */
final class ButtonBlocks {
    private final ActionIds actions;
    private final Set<String> used = new HashSet<>();

    ButtonBlocks(ActionIds actions) {
        this.actions = actions;
    }

    List<ObjectNode> of(Block.Buttons group) {
        var rows = new ArrayList<ObjectNode>();
        ArrayNode row = Nodes.array();
        boolean primary = false;
        for (Button button : group.buttons()) {
            String id = actions.idOf(button.action());
            if (!used.add(id)) {
                continue;
            }
            if (row.size() == SlackLimits.BUTTONS_IN_A_ROW) {
                rows.add(Nodes.elements("actions", row));
                row = Nodes.array();
            }
            boolean first = button.style() == Button.Style.PRIMARY && !primary;
            primary = primary || first;
            row.add(button(button, id, first));
        }
        if (!row.isEmpty()) {
            rows.add(Nodes.elements("actions", row));
        }
        return rows;
    }

    private static ObjectNode button(Button button, String id, boolean primary) {
        ObjectNode node = Nodes.typed("button");
        node.set("text", Nodes.plain(button.label(), SlackLimits.BUTTON));
        node.put("action_id", id);
        String spoken = SlackText.shorten(SlackText.line(button.accessibilityLabel()), SlackLimits.BUTTON);
        if (!SlackText.isBlank(spoken)) {
            node.put("accessibility_label", spoken);
        }
        switch (button.style()) {
            case PRIMARY -> {
                if (primary) {
                    node.put("style", "primary");
                }
            }
            case DANGER -> node.put("style", "danger");
            case DEFAULT -> {}
        }
        if (button.confirm() != null) {
            node.set("confirm", confirm(button, button.confirm()));
        }
        return node;
    }

    private static ObjectNode confirm(Button button, String question) {
        ObjectNode dialog = Nodes.object();
        dialog.set("title", Nodes.plain(text("slack.confirm"), SlackLimits.CONFIRM_TITLE));
        dialog.set("text", Nodes.plain(question, SlackLimits.CONFIRM_TEXT));
        dialog.set("confirm", Nodes.plain(button.label(), SlackLimits.CONFIRM_BUTTON));
        dialog.set("deny", Nodes.plain(text("slack.cancel"), SlackLimits.CONFIRM_BUTTON));
        return button.style() == Button.Style.DANGER ? dialog.put("style", "danger") : dialog;
    }
}
