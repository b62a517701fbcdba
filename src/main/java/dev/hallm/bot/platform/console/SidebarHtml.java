package dev.hallm.bot.platform.console;

import java.util.List;
import java.util.stream.Collectors;

/** The left column: who to be, and where to look. */
final class SidebarHtml {
    private static final int NEWEST = 20;

    private SidebarHtml() {}

    static void write(
            Html html,
            List<ConsolePerson> people,
            ConsolePerson person,
            Conversation conversation,
            ConsoleTranscript transcript) {
        html.open("aside", "class", "side", "id", "side", "aria-label", "People and channels");
        brand(html);
        html.open("nav", "aria-labelledby", "people-title").element("h2", "You are", "id", "people-title");
        html.open("ul");
        people.forEach(other -> person(html, other, other.equals(person), conversation));
        html.close().close();
        html.open("nav", "aria-labelledby", "channels-title").element("h2", "Channels", "id", "channels-title");
        html.open("ul");
        person.conversations().forEach(other -> channel(html, person, other, other.equals(conversation), transcript));
        html.close().close();
        html.open("button", "type", "button", "id", "theme", "class", "quiet theme");
        html.own(Icons.THEME)
                .element("span", "Theme: as the system", "id", "theme-word")
                .close();
        html.close().line();
    }

    private static void brand(Html html) {
        html.open("div", "class", "brand").own(Icons.LOGO).open("div");
        html.element("strong", "ha-llm-bot")
                .element("span", "development console")
                .close();
        html.open("button", "type", "button", "id", "menu-close", "class", "quiet");
        html.element("span", "Close", "class", "hidden")
                .own(Icons.CLOSE)
                .close()
                .close();
    }

    private static void person(Html html, ConsolePerson other, boolean current, Conversation conversation) {
        boolean stays = !conversation.isPrivate() && other.sees(conversation);
        String where = stays ? conversation.slug() : Conversation.PRIVATE;
        html.open("li").open("a", "href", address(other, where), "aria-current", current ? "true" : null);
        AvatarHtml.write(html, other);
        html.open("span", "class", "who").element("span", other.displayName(), "class", "name");
        html.element("span", other.roleWords(), "class", "roles");
        html.close().close().close();
    }

    private static void channel(
            Html html, ConsolePerson person, Conversation other, boolean current, ConsoleTranscript transcript) {
        html.open("li");
        html.open(
                "a",
                "href",
                address(person, other.slug()),
                "aria-current",
                current ? "page" : null,
                "data-channel",
                other.slug(),
                "data-news",
                news(other, transcript));
        html.own(other.isPrivate() ? Icons.LOCK : Icons.HASH);
        html.element("span", other.slug().equals(Conversation.PRIVATE) ? "Private" : other.key(), "class", "name");
        html.open("span", "class", "badge", "hidden", "").close();
        html.close().close();
    }

    /** The numbers of the newest messages, of which the page knows which ones were seen. */
    private static String news(Conversation conversation, ConsoleTranscript transcript) {
        return transcript.of(conversation).reversed().stream()
                .filter(message -> message.state() == ConsoleMessage.State.POSTED)
                .limit(NEWEST)
                .map(message -> Long.toString(message.created()))
                .collect(Collectors.joining(" "));
    }

    static String address(ConsolePerson person, String channel) {
        return "/console?as=" + person.id() + "&channel=" + channel;
    }
}
