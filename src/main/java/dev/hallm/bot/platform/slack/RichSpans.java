package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spans as elements of a rich text, whose texts Slack shows as they are. */
final class RichSpans {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final String BOLD = "bold";
    private static final String AGO = "{ago}";
    private static final String EXACT = "{date_short_pretty} {time}";

    private RichSpans() {}

    /** The elements of all spans, none of them empty or too long. */
    static ArrayNode of(List<Span> spans) {
        ArrayNode elements = Nodes.array();
        spans.forEach(span -> add(elements, span));
        return elements;
    }

    private static void add(ArrayNode elements, Span span) {
        switch (span) {
            case Span.Plain(String text) -> text(elements, text, "");
            case Span.Strong(String text) -> text(elements, text, BOLD);
            case Span.Code(String text) -> text(elements, text, "code");
            case Span.Link link -> link(elements, link);
            case Span.Who who
            when mentions(who) ->
                elements.add(Nodes.typed("user").put("user_id", who.account().user()));
            case Span.Who who -> text(elements, who.displayName(), BOLD);
            case Span.Time time -> elements.add(date(time));
        }
    }

    /** Text in one style; it continues the element before it where it looks the same. */
    private static void text(ArrayNode elements, String text, String style) {
        for (String piece : pieces(text)) {
            ObjectNode node = style.isEmpty() ? Nodes.text(piece) : Nodes.styled(piece, style);
            JsonNode last = elements.isEmpty() ? Nodes.object() : elements.get(elements.size() - 1);
            boolean same = last.path("type").equals(node.path("type"))
                    && last.path("style").equals(node.path("style"))
                    && Weight.of(last) + piece.length() <= SlackLimits.TEXT;
            if (same && last instanceof ObjectNode before) {
                before.put("text", before.path("text").asString() + piece);
            } else {
                elements.add(node);
            }
        }
    }

    private static List<String> pieces(String text) {
        return SlackText.pieces(SlackText.clean(text), SlackLimits.TEXT).stream()
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static void link(ArrayNode elements, Span.Link link) {
        String target = link.target().toASCIIString();
        if (isWeb(link) && target.length() <= SlackLimits.TEXT) {
            ObjectNode node = Nodes.typed("link").put("url", target);
            String text = SlackText.shorten(SlackText.line(link.text()), SlackLimits.TEXT);
            elements.add(SlackText.isBlank(text) ? node : node.put("text", text));
        } else {
            text(elements, link.text(), "");
        }
    }

    /** Whether a link leads to the web and nowhere else. */
    static boolean isWeb(Span.Link link) {
        String scheme = link.target().getScheme();
        return scheme != null
                && WEB.contains(scheme.toLowerCase(Locale.ROOT))
                && link.target().getHost() != null;
    }

    /** Whether a person is to be notified here, and is one of Slack's. */
    static boolean mentions(Span.Who who) {
        return who.ping()
                && who.account().platform().equals(SlackSettings.PLATFORM)
                && USER.matcher(who.account().user()).matches();
    }

    private static ObjectNode date(Span.Time time) {
        return Nodes.typed("date")
                .put("timestamp", time.at().getEpochSecond())
                .put("format", format(time))
                .put("fallback", utc(time.at()));
    }

    /** Slack's template of a time, shown in the reader's zone. */
    static String format(Span.Time time) {
        return time.relative() ? AGO : EXACT;
    }

    /** A time where Slack cannot show its own. */
    static String utc(Instant at) {
        return UTC.format(at);
    }

    /** The words alone. */
    static String words(List<Span> spans) {
        return spans.stream().map(RichSpans::word).collect(Collectors.joining());
    }

    private static String word(Span span) {
        return SlackText.clean(
                switch (span) {
                    case Span.Plain(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Link link -> link.text();
                    case Span.Who who -> who.displayName();
                    case Span.Time time -> utc(time.at());
                });
    }
}
