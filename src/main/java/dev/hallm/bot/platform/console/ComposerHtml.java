package dev.hallm.bot.platform.console;

/** The command line with its completion list. */
final class ComposerHtml {
    private ComposerHtml() {}

    static void write(Html html, ConsolePerson person, RootCommand root) {
        html.open("footer", "class", "composer");
        html.open("div", "id", "problem", "class", "problem", "role", "alert").close();
        html.open(
                "form",
                "id",
                "say",
                "hx-post",
                "/console/say",
                "hx-target",
                "#problem",
                "hx-sync",
                "this:drop",
                "autocomplete",
                "off");
        html.open(
                        "ul",
                        "id",
                        "choices",
                        "class",
                        "choices",
                        "role",
                        "listbox",
                        "aria-label",
                        "Completions",
                        "hidden",
                        "")
                .close();
        html.open("div", "class", "line-box");
        html.element("span", root.word(), "class", "prompt", "aria-hidden", "true");
        line(html, person);
        commands(html);
        html.open("button", "type", "submit", "class", "send");
        html.element("span", "Send", "class", "hidden").own(Icons.SEND).close();
        html.close().close();
        hints(html);
        html.close();
    }

    private static void line(Html html, ConsolePerson person) {
        html.empty(
                "input",
                "id",
                "line",
                "name",
                "text",
                "type",
                "text",
                "role",
                "combobox",
                "aria-label",
                "Command as " + person.displayName(),
                "aria-expanded",
                "false",
                "aria-controls",
                "choices",
                "aria-autocomplete",
                "list",
                "autocapitalize",
                "off",
                "spellcheck",
                "false",
                "enterkeyhint",
                "send",
                "placeholder",
                "type a command");
    }

    private static void commands(Html html) {
        html.open(
                "button",
                "type",
                "button",
                "class",
                "commands",
                "id",
                "commands",
                "hx-get",
                "/console/commands",
                "hx-target",
                "#dialogs");
        html.own(Icons.COMMANDS).element("span", "Commands").close();
    }

    private static void hints(Html html) {
        html.open("p", "class", "hints", "aria-hidden", "true");
        hint(html, "Tab", " completes");
        hint(html, "↑", " earlier commands");
        hint(html, "/", " to type");
        html.close();
    }

    private static void hint(Html html, String key, String what) {
        html.open("span").element("kbd", key).text(what).close();
    }
}
