package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Span;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Runs of text as Discord's markdown. */
final class SpanMarkdown {
    /** Discord shows the backslashes of a masked link's text: what would need one is not masked. */
    private static final Pattern MASKABLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'&-]*");

    /** Of a name or a link's text, which are never cut later. */
    private static final int LONGEST = 200;

    private static final String NOTHING = "\u200B";

    private SpanMarkdown() {}

    static String of(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        for (Span span : Spans.merged(spans)) {
            append(out, of(span));
        }
        return out.toString();
    }

    /** Two marks that meet would become one: something that is not seen goes between. */
    private static void append(StringBuilder out, String markdown) {
        boolean meet = !out.isEmpty()
                && !markdown.isEmpty()
                && out.charAt(out.length() - 1) == markdown.charAt(0)
                && "*`".indexOf(markdown.charAt(0)) >= 0;
        out.append(meet ? NOTHING : "").append(markdown);
    }

    private static String of(Span span) {
        return switch (span) {
            case Span.Plain plain -> Markdown.escape(plain.text());
            case Span.Strong strong -> Markdown.strong(strong.text());
            case Span.Code code -> Markdown.code(code.text());
            case Span.Link link -> link(link);
            case Span.Who who -> pings(who) ? "<@" + who.account().user() + ">" : Markdown.strong(name(who));
            case Span.Time time -> "<t:" + time.at().getEpochSecond() + (time.relative() ? ":R>" : ":f>");
        };
    }

    /** Whether a person is to be notified and Discord knows them. */
    static boolean pings(Span.Who who) {
        return who.ping() && who.account().platform().equals(DiscordSettings.PLATFORM);
    }

    private static String name(Span.Who who) {
        return CleanText.shown(who.displayName(), LONGEST);
    }

    private static String link(Span.Link link) {
        String text = CleanText.shorten(CleanText.line(link.text()), LONGEST);
        if (!isWeb(link.target())) {
            return Markdown.escape(text);
        }
        String target = "<" + link.target().toASCIIString() + ">";
        if (text.isEmpty() || text.equals(link.target().toString())) {
            return target;
        }
        return MASKABLE.matcher(text).matches()
                ? "[" + text + "](" + target + ")"
                : Markdown.escape(text) + " " + target;
    }

    private static boolean isWeb(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
    }
}
