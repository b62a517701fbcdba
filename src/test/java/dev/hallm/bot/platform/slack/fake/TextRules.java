package dev.hallm.bot.platform.slack.fake;

import java.util.Set;

/** Text, confirm and option objects. */
final class TextRules {
    private static final Set<String> PLAIN = Set.of("type", "text", "emoji");
    private static final Set<String> MRKDWN = Set.of("type", "text", "verbatim");
    private static final Set<String> STYLES = Set.of("primary", "danger");

    private TextRules() {}

    static void plain(Probe parent, String field, boolean required, int most) {
        if (present(parent, field, required)) {
            Probe text = parent.at(field);
            if (!text.type().equals("plain_text")) {
                text.found("must be a plain_text object");
            }
            any(text, most);
        }
    }

    static void any(Probe parent, String field, boolean required, int most) {
        if (present(parent, field, required)) {
            any(parent.at(field), most);
        }
    }

    static void any(Probe text, int most) {
        switch (text.type()) {
            case "plain_text" -> {
                text.object(PLAIN);
                text.bool("emoji");
            }
            case "mrkdwn" -> {
                text.object(MRKDWN);
                text.bool("verbatim");
            }
            default -> text.found("must be a text object (plain_text or mrkdwn)");
        }
        text.string("text", 1, most);
    }

    private static boolean present(Probe parent, String field, boolean required) {
        if (!parent.has(field) && required) {
            parent.found("missing required field: " + field);
        }
        return parent.has(field);
    }

    static void confirm(Probe element) {
        if (!element.has("confirm")) {
            return;
        }
        Probe confirm = element.at("confirm");
        if (confirm.object(Set.of("title", "text", "confirm", "deny", "style"))) {
            plain(confirm, "title", true, 100);
            plain(confirm, "text", true, 300);
            plain(confirm, "confirm", true, 30);
            plain(confirm, "deny", true, 30);
            confirm.oneOf("style", STYLES);
        }
    }

    static void style(Probe element) {
        element.oneOf("style", STYLES);
    }

    /** An option; only those of radio buttons and checkboxes may have markup. */
    static void option(Probe option, boolean markup, boolean url) {
        if (!option.object(
                url ? Set.of("text", "value", "description", "url") : Set.of("text", "value", "description"))) {
            return;
        }
        if (markup) {
            any(option, "text", true, 75);
            any(option, "description", false, 75);
        } else {
            plain(option, "text", true, 75);
            plain(option, "description", false, 75);
        }
        option.string("value", 1, 150);
        option.string("url", 0, 3_000);
    }
}
