package dev.hallm.bot.platform.slack.fake;

import java.util.Map;
import java.util.Set;

/** The nested structure of a rich_text block. */
final class RichTextRules {
    private static final Set<String> STYLES = Set.of("bold", "italic", "strike", "code", "underline");
    private static final Set<String> MENTION_STYLES =
            Set.of("bold", "italic", "strike", "highlight", "client_highlight", "unlink", "code", "underline");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "text", Set.of("text"),
            "link", Set.of("url", "text", "unsafe"),
            "user", Set.of("user_id"),
            "usergroup", Set.of("usergroup_id"),
            "channel", Set.of("channel_id"),
            "team", Set.of("team_id"),
            "emoji", Set.of("name", "unicode", "url", "skin_tone"),
            "date", Set.of("timestamp", "format", "url", "fallback"),
            "broadcast", Set.of("range"),
            "color", Set.of("value"));

    private RichTextRules() {}

    static void check(Probe block) {
        for (Probe part : block.list("elements", 1, 1_000)) {
            part(part);
        }
    }

    private static void part(Probe part) {
        switch (part.type()) {
            case "rich_text_section" -> section(part, Set.of("type", "elements"));
            case "rich_text_quote", "rich_text_preformatted" -> {
                section(part, Set.of("type", "elements", "border", "language"));
                part.integer("border", 0, 1);
                if (part.type().equals("rich_text_preformatted")) {
                    part.list("elements", 1, 1_000).forEach(RichTextRules::onlyTextAndLinks);
                }
            }
            case "rich_text_list" -> list(part);
            default -> part.found("unsupported rich text element: " + part.type());
        }
    }

    private static void onlyTextAndLinks(Probe element) {
        if (!Set.of("text", "link").contains(element.type())) {
            element.found("only text and link are allowed in rich_text_preformatted");
        }
    }

    private static void section(Probe part, Set<String> fields) {
        part.object(fields);
        part.list("elements", 1, 1_000).forEach(RichTextRules::element);
    }

    private static void list(Probe list) {
        list.object(Set.of("type", "elements", "style", "indent", "offset", "border"));
        if (!list.has("style")) {
            list.found("missing required field: style");
        }
        list.oneOf("style", Set.of("bullet", "ordered"));
        list.integer("indent", 0, 8);
        list.integer("border", 0, 1);
        list.integer("offset", 0, Integer.MAX_VALUE);
        for (Probe item : list.list("elements", 1, 1_000)) {
            if (!item.type().equals("rich_text_section")) {
                item.found("a list contains rich_text_section only");
            }
            section(item, Set.of("type", "elements"));
        }
    }

    private static void element(Probe element) {
        Set<String> own = FIELDS.get(element.type());
        if (own == null) {
            element.found("unsupported rich text element: " + element.type());
            return;
        }
        for (String field : element.node().propertyNames()) {
            if (!own.contains(field) && !field.equals("type") && !field.equals("style")) {
                element.found("additional property \"" + field + "\" is not allowed");
            }
        }
        required(element);
        style(element);
    }

    private static void required(Probe element) {
        switch (element.type()) {
            case "text" -> element.string("text", 1, Integer.MAX_VALUE - 1);
            case "link" -> element.string("url", 1, 3_000);
            case "user" -> element.string("user_id", 1, 255);
            case "usergroup" -> element.string("usergroup_id", 1, 255);
            case "channel" -> element.string("channel_id", 1, 255);
            case "emoji" -> element.string("name", 1, 255);
            case "date" -> {
                element.string("format", 1, 1_000);
                if (!element.at("timestamp").node().isIntegralNumber()) {
                    element.found("missing required field: timestamp");
                }
            }
            case "broadcast" -> {
                element.string("range", 1, 255);
                element.oneOf("range", Set.of("here", "channel", "everyone"));
            }
            default -> element.string("value", 0, 255);
        }
    }

    private static void style(Probe element) {
        if (!element.has("style")) {
            return;
        }
        boolean mention = Set.of("user", "usergroup", "channel", "broadcast").contains(element.type());
        Probe style = element.at("style");
        if (style.object(mention ? MENTION_STYLES : STYLES)) {
            style.node().propertyNames().forEach(style::bool);
        }
    }
}
