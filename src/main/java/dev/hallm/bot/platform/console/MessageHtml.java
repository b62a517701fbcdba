package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One message of a conversation as HTML; the same for every reader. */
@Component
@Profile("dev")
class MessageHtml {
    private final People people;

    MessageHtml(People people) {
        this.people = people;
    }

    String article(ConsoleMessage message) {
        Html html = new Html();
        html.open(
                "article",
                "class",
                "message " + kind(message),
                "id",
                "m-" + message.id(),
                "data-order",
                Long.toString(order(message.postedAt())),
                "data-created",
                Long.toString(message.created()),
                "data-change",
                Long.toString(message.changed()),
                "data-text",
                message.content().fallbackText());
        switch (message.state()) {
            case SAID -> said(html, message);
            case WORKING -> working(html);
            case POSTED -> posted(html, message);
        }
        return html.close().line().toString();
    }

    private static String kind(ConsoleMessage message) {
        return message.state().name().toLowerCase(Locale.ROOT) + " tone-"
                + message.content().tone().name().toLowerCase(Locale.ROOT);
    }

    private void said(Html html, ConsoleMessage message) {
        String name =
                people.find(message.author()).map(ConsolePerson::displayName).orElse(message.author());
        people.find(message.author()).ifPresent(person -> AvatarHtml.write(html, person));
        html.open("div", "class", "content").open("div", "class", "meta");
        html.element("span", name, "class", "author");
        SpanHtml.time(html, message.postedAt(), false);
        html.close();
        html.element("p", message.content().fallbackText(), "class", "line");
        html.close();
    }

    private static void working(Html html) {
        bot(html);
        html.open("div", "class", "content").open("p", "class", "typing");
        html.element("span", "", "class", "dots", "aria-hidden", "true");
        html.text("working…").close().close();
    }

    private static void posted(Html html, ConsoleMessage message) {
        bot(html);
        html.open("div", "class", "content");
        meta(html, message);
        html.open("div", "class", "card").line();
        html.own(BlockHtml.of(message)).close().close();
    }

    private static void meta(Html html, ConsoleMessage message) {
        html.open("div", "class", "meta");
        html.element("span", ConsoleMessage.BOT, "class", "author");
        html.element("span", "bot", "class", "chip");
        SpanHtml.time(html, message.postedAt(), false);
        if (message.editedAt() != null) {
            html.open("span", "class", "edited").text("updated ");
            SpanHtml.time(html, message.editedAt(), true);
            html.close();
        }
        tone(html, message.content());
        html.close();
    }

    private static void tone(Html html, Message content) {
        String words = words(content.tone());
        if (!words.isEmpty()) {
            html.element("span", words, "class", "tone");
        }
    }

    private static String words(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "";
            case PROGRESS -> "▶ in progress";
            case GOOD -> "✔ good";
            case WARNING -> "! attention";
            case BAD -> "✖ problem";
        };
    }

    private static void bot(Html html) {
        html.open("span", "class", "avatar bot", "aria-hidden", "true")
                .own(Icons.LOGO)
                .close();
    }

    private static long order(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1_000;
    }
}
