package dev.hallm.bot.platform.console;

import dev.hallm.bot.command.Dispatcher.Entry;
import java.util.List;

/** What a conversation is for, and where to start in an empty one. */
final class EmptyHtml {
    private static final List<String> STARTS =
            List.of("user create", "user list", "help", "capacity", "approvals", "user show", "whoami");
    private static final int SHOWN = 4;

    private EmptyHtml() {}

    static String about(Conversation conversation, ConsolePerson person) {
        return switch (conversation.slug()) {
            case "approvals" -> "Requests wait here for an approver";
            case "operations" -> "Work in progress, step by step";
            case "announcements" -> "News for everybody";
            default -> "Only " + person.displayName() + " sees these answers";
        };
    }

    /** Shown by the style sheet while it is the only child. */
    static void write(Html html, ConsolePerson person, Conversation conversation, List<Entry> usable) {
        html.open("div", "class", "empty");
        html.open("span", "class", "avatar bot large", "aria-hidden", "true")
                .own(Icons.LOGO)
                .close();
        if (conversation.isPrivate()) {
            html.element("h2", "Hello, " + person.displayName());
            html.element("p", "Type a command below, or start with one of these:");
            html.open("div", "class", "buttons");
            starts(usable)
                    .forEach(start ->
                            html.element("button", start, "type", "button", "class", "button", "data-say", start));
            html.close();
        } else {
            html.element("h2", "Nothing here yet");
            html.element("p", about(conversation, person) + ".");
        }
        html.close();
    }

    /** Some of what the person may do; a guest, who may do nothing, is told so by the bot. */
    private static List<String> starts(List<Entry> usable) {
        List<String> paths = usable.stream().map(Entry::path).toList();
        List<String> good = STARTS.stream().filter(paths::contains).limit(SHOWN).toList();
        return good.isEmpty() ? List.of("help") : good;
    }
}
