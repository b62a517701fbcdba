package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Span;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Runs of text as HTML. */
final class SpanHtml {
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private SpanHtml() {}

    static void write(Html html, List<Span> spans) {
        spans.forEach(span -> write(html, span));
    }

    private static void write(Html html, Span span) {
        switch (span) {
            case Span.Plain plain -> html.text(plain.text());
            case Span.Strong strong -> html.element("strong", strong.text());
            case Span.Code code -> html.element("code", code.text());
            case Span.Link link -> link(html, link);
            case Span.Who who -> person(html, who);
            case Span.Time time -> time(html, time.at(), time.relative());
        }
    }

    /** A moment as UTC; the page's script puts it into the reader's zone. */
    static void time(Html html, Instant at, boolean relative) {
        String readable = READABLE.format(at);
        html.element("time", readable, "datetime", at.toString(), "data-relative", relative ? "" : null);
    }

    private static void link(Html html, Span.Link link) {
        if (isWeb(link.target())) {
            html.element(
                    "a",
                    link.text(),
                    "href",
                    link.target().toString(),
                    "target",
                    "_blank",
                    "rel",
                    "noopener noreferrer");
        } else {
            html.text(link.text());
        }
    }

    private static boolean isWeb(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
    }

    private static void person(Html html, Span.Who who) {
        html.element("span", "@" + who.displayName(), "class", who.ping() ? "person ping" : "person");
    }
}
