package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs of text without any markup, where Discord shows none: titles, code blocks and files. */
final class SpanWords {
    private final DateTimeFormatter times;

    SpanWords(ZoneId zone) {
        this.times = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH)
                .withZone(zone);
    }

    String of(List<Span> spans) {
        return spans.stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Span span) {
        return CleanText.of(
                switch (span) {
                    case Span.Plain plain -> plain.text();
                    case Span.Strong strong -> strong.text();
                    case Span.Code code -> code.text();
                    case Span.Link link -> link.text();
                    case Span.Who who -> who.displayName();
                    case Span.Time time -> time(time.at());
                });
    }

    private String time(Instant at) {
        return times.format(at);
    }
}
