package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Button;
import java.util.Map;
import java.util.TreeMap;

/** One button as HTML: it carries the opaque id of its action and where it was clicked, nothing else. */
final class ButtonHtml {
    private ButtonHtml() {}

    static void write(Html html, Button button, ConsoleMessage message, String action) {
        String label = button.accessibilityLabel();
        html.element(
                "button",
                button.label(),
                "type",
                "button",
                "class",
                style(button.style()),
                "aria-label",
                label.equals(button.label()) ? null : label,
                "hx-post",
                "/console/click",
                "hx-vals",
                MessageJson.write(values(message, action)),
                "hx-confirm",
                button.confirm(),
                "hx-sync",
                "this:drop",
                "hx-target",
                "#problem");
    }

    private static Map<String, String> values(ConsoleMessage message, String action) {
        return new TreeMap<>(
                Map.of("action", action, "in", message.conversation().key(), "message", message.id()));
    }

    private static String style(Button.Style style) {
        return switch (style) {
            case DEFAULT -> "button";
            case PRIMARY -> "button primary";
            case DANGER -> "button danger";
        };
    }
}
