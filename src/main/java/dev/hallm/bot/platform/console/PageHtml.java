package dev.hallm.bot.platform.console;

import dev.hallm.bot.command.Dispatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The whole page of one person in one conversation. */
@Component
@Profile("dev")
class PageHtml {
    /** htmx without inline styles, evaluated code or history; error answers are shown where answers go. */
    private static final String HTMX = """
            {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyEnabled":false,\
            "selfRequestsOnly":true,"responseHandling":[{"code":"204","swap":false},{"code":"[2345]..","swap":true}]}""";

    private final People people;
    private final ConsoleTranscript transcript;
    private final ConsoleFeed feed;
    private final MessageHtml messages;
    private final Dispatcher dispatcher;
    private final RootCommand root;

    PageHtml(
            People people,
            ConsoleTranscript transcript,
            ConsoleFeed feed,
            MessageHtml messages,
            Dispatcher dispatcher,
            RootCommand root) {
        this.people = people;
        this.transcript = transcript;
        this.feed = feed;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.root = root;
    }

    String page(ConsolePerson person, Conversation conversation) {
        long latest = transcript.latestChange();
        Html html = new Html().own("<!doctype html>\n").open("html", "lang", "en");
        head(html, conversation);
        html.open("body", "hx-vals", values(person, conversation), "data-boot", feed.boot());
        html.element("a", "Skip to the command line", "class", "skip", "href", "#line");
        html.open("div", "class", "app");
        SidebarHtml.write(html, people.all(), person, conversation, transcript);
        main(html, person, conversation, latest);
        html.close();
        overlays(html);
        return html.close().close().toString();
    }

    private static void head(Html html, Conversation conversation) {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "htmx-config", "content", HTMX);
        html.element("title", conversation.title() + " · ha-llm-bot console");
        html.empty("link", "rel", "icon", "type", "image/svg+xml", "href", "/console/assets/icon.svg");
        html.empty("link", "rel", "stylesheet", "href", "/console/assets/console.css");
        script(html, "/console/assets/theme.js");
        html.open("script", "type", "module", "src", "/console/assets/console.js")
                .close();
        script(html, "/console/assets/htmx.min.js");
        script(html, "/console/assets/sse.js");
        html.close().line();
    }

    private static void script(Html html, String source) {
        html.open("script", "src", source).close();
    }

    private static String values(ConsolePerson person, Conversation conversation) {
        return MessageJson.write(new TreeMap<>(Map.of("as", person.id(), "channel", conversation.slug())));
    }

    private void main(Html html, ConsolePerson person, Conversation conversation, long latest) {
        String events = "/console/events?as=" + person.id() + "&channel=" + conversation.slug() + "&after=" + latest;
        html.open("main", "class", "main", "hx-ext", "sse", "sse-connect", events);
        header(html, person, conversation);
        html.open(
                "div",
                "id",
                "messages",
                "class",
                "messages",
                "role",
                "log",
                "aria-live",
                "off",
                "aria-label",
                "Messages in " + conversation.title(),
                "tabindex",
                "0",
                "sse-swap",
                "message");
        List<ConsoleMessage> all = transcript.of(conversation);
        EmptyHtml.write(html, person, conversation, dispatcher.commandsFor(person.account()));
        all.forEach(message -> html.own(messages.article(message)));
        html.close();
        ComposerHtml.write(html, person, root);
        html.open("div", "id", "news", "sse-swap", "elsewhere", "hidden", "").close();
        html.open("div", "id", "boot", "sse-swap", "hello", "hidden", "").close();
        html.close();
    }

    private static void header(Html html, ConsolePerson person, Conversation conversation) {
        html.open("header", "class", "top");
        html.open("button", "type", "button", "id", "menu", "class", "quiet", "aria-expanded", "false");
        html.open("span", "class", "hidden").text("People and channels").close();
        html.own(Icons.MENU).close();
        html.open("div", "class", "where").element("h1", conversation.title());
        html.element("p", EmptyHtml.about(conversation, person)).close();
        html.open("span", "id", "offline", "class", "offline", "role", "status").close();
        html.close().line();
    }

    private static void overlays(Html html) {
        html.open("div", "id", "toasts", "class", "toasts", "role", "status").close();
        html.open("div", "id", "announcer", "class", "hidden", "aria-live", "polite")
                .close();
        html.open("div", "id", "dialogs").close();
        html.open("dialog", "id", "confirm", "class", "dialog narrow", "aria-labelledby", "confirm-title");
        html.open("form", "method", "dialog").element("h2", "Are you sure?", "id", "confirm-title");
        html.open("p", "id", "confirm-question").close().open("div", "class", "dialog-end");
        html.element("button", "Go back", "class", "button", "value", "no");
        html.element("button", "Yes", "class", "button danger", "id", "confirm-yes", "value", "yes");
        html.close().close().close();
        html.element("noscript", "The console needs JavaScript.");
    }
}
