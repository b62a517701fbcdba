package dev.hallm.bot.platform.slack.fake;

import java.util.Map;
import java.util.Set;

/** One block of each kind: required and allowed fields, and limits. */
final class BlockRules {
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("section", Set.of("text", "fields", "accessory", "expand")),
            Map.entry("divider", Set.of()),
            Map.entry("image", Set.of("image_url", "slack_file", "alt_text", "title")),
            Map.entry("actions", Set.of("elements")),
            Map.entry("context", Set.of("elements")),
            Map.entry("context_actions", Set.of("elements")),
            Map.entry("input", Set.of("label", "element", "hint", "optional", "dispatch_action")),
            Map.entry("file", Set.of("external_id", "source")),
            Map.entry("header", Set.of("text", "level")),
            Map.entry(
                    "video",
                    Set.of(
                            "video_url",
                            "thumbnail_url",
                            "alt_text",
                            "title",
                            "title_url",
                            "author_name",
                            "provider_name",
                            "provider_icon_url",
                            "description")),
            Map.entry("rich_text", Set.of("elements")),
            Map.entry("markdown", Set.of("text")),
            Map.entry("table", Set.of("rows", "column_settings")));

    private BlockRules() {}

    static void check(Probe block, Surface surface) {
        String type = block.type();
        if (!block.node().isObject() || !Surface.isKnown(type)) {
            block.found("unsupported type: " + type);
            return;
        }
        if (!surface.allows(type)) {
            block.found("unsupported type in this surface: " + type);
        }
        Set<String> own = FIELDS.getOrDefault(type, Set.of());
        for (String field : block.node().propertyNames()) {
            if (!own.contains(field) && !field.equals("type") && !field.equals("block_id")) {
                block.found("additional property \"" + field + "\" is not allowed");
            }
        }
        block.string("block_id", 0, 255);
        body(block, type);
    }

    private static void body(Probe block, String type) {
        switch (type) {
            case "section" -> section(block);
            case "image" -> image(block, true);
            case "actions" -> block.list("elements", 1, 25).forEach(BlockRules::action);
            case "context" -> block.list("elements", 1, 10).forEach(BlockRules::contextElement);
            case "input" -> input(block);
            case "file" -> block.string("external_id", 1, 255);
            case "header" -> TextRules.plain(block, "text", true, 150);
            case "video" -> video(block);
            case "rich_text" -> RichTextRules.check(block);
            case "markdown" -> block.string("text", 1, 12_000);
            case "table" -> table(block);
            case "context_actions" -> block.list("elements", 1, 5);
            default -> block.node();
        }
    }

    private static void section(Probe block) {
        if (!block.has("text") && !block.has("fields")) {
            block.found("missing required field: text or fields");
        }
        TextRules.any(block, "text", false, 3_000);
        block.bool("expand");
        if (block.has("fields")) {
            block.list("fields", 1, 10).forEach(field -> TextRules.any(field, 2_000));
        }
        if (block.has("accessory")) {
            Probe accessory = block.at("accessory");
            if (accessory.type().equals("image")) {
                image(accessory, false);
            } else {
                action(accessory);
            }
        }
    }

    private static void image(Probe image, boolean block) {
        if (!block) {
            image.object(Set.of("type", "image_url", "slack_file", "alt_text"));
        }
        if (image.has("image_url") == image.has("slack_file")) {
            image.found("exactly one of image_url and slack_file is required");
        }
        image.string("image_url", 0, 3_000);
        image.string("alt_text", 1, 2_000);
        TextRules.plain(image, "title", false, 2_000);
    }

    private static void action(Probe element) {
        if (!ElementRules.inActions(element.type())) {
            element.found("unsupported element type: " + element.type());
            return;
        }
        ElementRules.check(element);
    }

    private static void contextElement(Probe element) {
        switch (element.type()) {
            case "image" -> image(element, false);
            case "plain_text", "mrkdwn" -> TextRules.any(element, 3_000);
            default -> element.found("unsupported element type: " + element.type());
        }
    }

    private static void input(Probe block) {
        TextRules.plain(block, "label", true, 2_000);
        TextRules.plain(block, "hint", false, 2_000);
        block.bool("optional");
        block.bool("dispatch_action");
        if (!block.has("element")) {
            block.found("missing required field: element");
        } else if (!ElementRules.inInput(block.at("element").type())) {
            block.at("element")
                    .found("unsupported element type: " + block.at("element").type());
        } else {
            ElementRules.check(block.at("element"));
        }
    }

    private static void video(Probe block) {
        block.string("video_url", 1, 3_000);
        block.string("thumbnail_url", 1, 3_000);
        block.string("alt_text", 1, 2_000);
        TextRules.plain(block, "title", true, 200);
        TextRules.plain(block, "description", false, 200);
        block.string("author_name", 0, 50);
    }

    private static void table(Probe table) {
        for (Probe row : table.list("rows", 1, 100)) {
            if (!row.node().isArray() || row.node().size() < 1 || row.node().size() > 20) {
                row.found("a row has 1 to 20 cells");
            }
            row.each().forEach(BlockRules::cell);
        }
        for (Probe column : table.list("column_settings", 0, 20)) {
            if (column.node().isNull()) {
                continue;
            }
            column.object(Set.of("align", "is_wrapped"));
            column.oneOf("align", Set.of("left", "center", "right"));
            column.bool("is_wrapped");
        }
    }

    private static void cell(Probe cell) {
        switch (cell.type()) {
            case "raw_text" -> {
                cell.object(Set.of("type", "text"));
                cell.string("text", 1, 10_000);
            }
            case "rich_text" -> RichTextRules.check(cell);
            default -> cell.found("a cell is raw_text or rich_text");
        }
    }
}
