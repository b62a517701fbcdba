package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.List;

/** Labelled values as fields of an embed; short ones stand beside each other. */
final class FieldWriter {
    private static final int SHORT = 40;
    private static final int BAR = 10;

    private final EmbedPages pages;
    private final SpanWords words;

    FieldWriter(EmbedPages pages, SpanWords words) {
        this.pages = pages;
        this.words = words;
    }

    void write(Block.Field field) {
        String bar = field.share() == null ? "" : "\n" + bar(field.share());
        String plain = words.of(field.value());
        pages.field(
                name(field.label()),
                value(field.value(), bar),
                plain.length() <= SHORT && plain.indexOf('\n') < 0,
                field.label() + ": " + plain + bar.replace('\n', ' '));
    }

    private static String name(String label) {
        return Markdown.escape(CleanText.shown(label, DiscordLimits.FIELD_NAME), DiscordLimits.FIELD_NAME);
    }

    private static String value(List<Span> spans, String bar) {
        String value = Spans.shortened(spans, SpanMarkdown::of, DiscordLimits.FIELD_VALUE - bar.length());
        return (value.isBlank() ? "–" : value) + bar;
    }

    private static String bar(double share) {
        int full = Math.clamp(Math.round(share * BAR), 0, BAR);
        return "▰".repeat(full) + "▱".repeat(BAR - full) + " " + Math.round(share * 100) + " %";
    }
}
