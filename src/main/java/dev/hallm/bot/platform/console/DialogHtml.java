package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.command.Dispatcher.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialogs: the list of commands, and forms derived from them. */
final class DialogHtml {
    private DialogHtml() {}

    /** Every command a person may use; each opens its form. */
    static String commands(List<Entry> entries) {
        Html html = dialog("What you can do");
        html.empty(
                "input",
                "type",
                "search",
                "id",
                "find",
                "class",
                "find",
                "aria-label",
                "Find a command",
                "placeholder",
                "Find a command");
        html.open("ul", "class", "command-list");
        entries.forEach(entry -> command(html, entry));
        html.close();
        return html.close().toString();
    }

    private static void command(Html html, Entry entry) {
        html.open("li");
        html.open(
                "button",
                "type",
                "button",
                "hx-get",
                "/console/form",
                "hx-target",
                "#dialogs",
                "hx-vals",
                MessageJson.write(Map.of("path", entry.path())));
        html.element("code", entry.path())
                .element("span", entry.caption())
                .close()
                .close();
    }

    /**
     * A form to fill.
     *
     * @param in the conversation and {@code message} the message whose button opened it, null when none did
     */
    static String form(Form form, @Nullable String in, @Nullable String message) {
        Html html = dialog(form.title());
        html.open("form", "hx-post", "/console/submit", "hx-target", "#form-problem", "novalidate", "");
        hidden(html, "form", form.id());
        hidden(html, "title", form.title());
        hidden(html, "in", in);
        hidden(html, "message", message);
        html.open("div", "class", "form-fields");
        form.fields().forEach(field -> FieldHtml.write(html, field));
        html.close();
        html.open("div", "id", "form-problem", "class", "problem", "role", "alert")
                .close();
        html.open("div", "class", "dialog-end");
        html.element("button", "Cancel", "type", "button", "class", "button", "data-close", "");
        html.element("button", form.submit(), "type", "submit", "class", "button primary");
        return html.close().close().close().toString();
    }

    private static void hidden(Html html, String name, @Nullable String value) {
        if (value != null) {
            html.empty("input", "type", "hidden", "name", name, "value", value);
        }
    }

    private static Html dialog(String title) {
        Html html = new Html().open("dialog", "class", "dialog", "aria-labelledby", "dialog-title");
        html.open("div", "class", "dialog-start").element("h2", title, "id", "dialog-title");
        html.open("button", "type", "button", "class", "quiet", "data-close", "");
        return html.element("span", "Close", "class", "hidden")
                .own(Icons.CLOSE)
                .close()
                .close();
    }
}
