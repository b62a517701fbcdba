package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts runs of text between whole characters; what is no text is whole or not there. */
final class Spans {
    private static final int LONGEST_WORD = 60;

    private Spans() {}

    /** The same runs with neighbours of one kind as one, so that text is escaped with what stands before it. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Plain(String text)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Span.Plain(String before)) {
                merged.set(merged.size() - 1, Span.plain(before + text));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** How many pieces the runs can be cut into. */
    static int length(List<Span> spans) {
        return spans.stream().mapToInt(Spans::length).sum();
    }

    private static int length(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text.codePointCount(0, text.length());
            case Span.Strong(String text) -> text.codePointCount(0, text.length());
            case Span.Code(String text) -> text.codePointCount(0, text.length());
            case Span.Link _, Span.Who _, Span.Time _ -> 1;
        };
    }

    static List<Span> first(List<Span> spans, int length) {
        return part(spans, 0, length);
    }

    static List<Span> after(List<Span> spans, int length) {
        return part(spans, length, Integer.MAX_VALUE);
    }

    private static List<Span> part(List<Span> spans, int from, int to) {
        List<Span> part = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int end = at + length(span);
            int first = Math.max(from, at) - at;
            int last = Math.min(to, end) - at;
            if (first < last) {
                part.add(part(span, first, last));
            }
            at = end;
        }
        return part;
    }

    private static Span part(Span span, int from, int to) {
        return switch (span) {
            case Span.Plain(String text) -> Span.plain(part(text, from, to));
            case Span.Strong(String text) -> Span.strong(part(text, from, to));
            case Span.Code(String text) -> Span.code(part(text, from, to));
            case Span.Link _, Span.Who _, Span.Time _ -> span;
        };
    }

    private static String part(String text, int from, int to) {
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** The same length or a little less, so that it ends with a word. */
    static int wordEnd(List<Span> spans, int length) {
        if (first(spans, length).isEmpty() || !(first(spans, length).getLast() instanceof Span.Plain(String text))) {
            return length;
        }
        int end = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
        int missing = text.codePointCount(end, text.length());
        return end > 0 && missing < LONGEST_WORD ? length - missing : length;
    }

    /** How much of the runs fits when it is written, at least nothing. */
    static int fitting(List<Span> spans, Function<List<Span>, String> written, int room) {
        int fits = 0;
        int tooMuch = length(spans) + 1;
        while (tooMuch - fits > 1) {
            int middle = (fits + tooMuch) >>> 1;
            if (written.apply(first(spans, middle)).length() <= room) {
                fits = middle;
            } else {
                tooMuch = middle;
            }
        }
        return fits;
    }

    /** The runs as they are written, shortened until they fit. */
    static String shortened(List<Span> spans, Function<List<Span>, String> written, int room) {
        String whole = written.apply(spans);
        return whole.length() <= room ? whole : written.apply(first(spans, fitting(spans, written, room - 1))) + "…";
    }
}
