package dev.hallm.bot.platform.slack.fake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Slack's rules for blocks and views; findings read like Slack's response_metadata.messages. */
public final class BlockKit {
    /** All text of one table, after which Slack refuses the message. */
    private static final int TABLE_CHARACTERS = 10_000;

    private static final int VIEW_BYTES = 250_000;
    private static final Set<String> MODAL = Set.of(
            "type",
            "title",
            "blocks",
            "close",
            "submit",
            "private_metadata",
            "callback_id",
            "clear_on_close",
            "notify_on_close",
            "external_id",
            "submit_disabled");
    private static final Set<String> HOME = Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");

    private BlockKit() {}

    /** What Slack would refuse about these blocks; empty when nothing. */
    public static List<String> validate(JsonNode blocks, Surface surface) {
        return check(Probe.at("/blocks", blocks), surface);
    }

    /** What Slack would refuse about this modal or home view. */
    public static List<String> validateView(JsonNode view) {
        Probe probe = Probe.at("/view", view);
        boolean home = probe.type().equals("home");
        if (!home && !probe.type().equals("modal")) {
            probe.at("type").found("must be modal or home");
            return probe.findings();
        }
        probe.object(home ? HOME : MODAL);
        probe.string("callback_id", 0, 255);
        probe.string("external_id", 0, 255);
        probe.string("private_metadata", 0, 3_000);
        if (!home) {
            modal(probe);
        }
        if (view.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > VIEW_BYTES) {
            probe.found("must be less than 250 KB");
        }
        return check(probe.at("blocks"), home ? Surface.HOME : Surface.MODAL);
    }

    private static void modal(Probe view) {
        TextRules.plain(view, "title", true, 24);
        TextRules.plain(view, "close", false, 24);
        TextRules.plain(view, "submit", false, 24);
        view.bool("clear_on_close");
        view.bool("notify_on_close");
        boolean input =
                view.at("blocks").each().stream().anyMatch(block -> block.type().equals("input"));
        if (input && !view.has("submit")) {
            view.found("missing required field: submit (there is an input block)");
        }
    }

    private static List<String> check(Probe blocks, Surface surface) {
        if (!blocks.node().isArray()) {
            blocks.found("must be an array");
            return blocks.findings();
        }
        if (blocks.node().size() > surface.most()) {
            blocks.found("no more than " + surface.most() + " items allowed");
        }
        blocks.each().forEach(block -> BlockRules.check(block, surface));
        unique(blocks);
        tables(blocks);
        return blocks.findings();
    }

    private static void unique(Probe blocks) {
        Set<String> blockIds = new HashSet<>();
        Map<String, String> actionIds = new HashMap<>();
        for (Probe block : blocks.each()) {
            String id = block.text("block_id");
            if (!id.isEmpty() && !blockIds.add(id)) {
                block.found("block_id \"" + id + "\" already exists");
            }
            for (JsonNode element : SlackButton.elements(block.node())) {
                String action = Json.text(element, "action_id");
                if (!action.isEmpty() && actionIds.put(action, id) != null) {
                    block.found("action_id \"" + action + "\" already exists");
                }
            }
        }
    }

    private static void tables(Probe blocks) {
        List<Probe> tables = blocks.each().stream()
                .filter(block -> block.type().equals("table"))
                .toList();
        if (tables.size() > 1) {
            tables.get(1).found("only_one_table_allowed");
        }
        for (Probe table : tables) {
            int length = Flattened.strings(table.node()).stream()
                    .mapToInt(String::length)
                    .sum();
            if (length > TABLE_CHARACTERS) {
                table.found("a table has at most " + TABLE_CHARACTERS + " characters");
            }
        }
    }
}
