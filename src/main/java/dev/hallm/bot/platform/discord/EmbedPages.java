package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** A few embeds filled one after the other, and a text file for what does not fit them. */
final class EmbedPages {
    static final String REST = "message.txt";

    /** Less room than this is not worth beginning in. */
    private static final int LITTLE = 160;

    private final List<EmbedPage> pages = new ArrayList<>(List.of(new EmbedPage()));
    private final StringBuilder rest = new StringBuilder();
    private final SpanWords words;
    private boolean full;

    EmbedPages(SpanWords words) {
        this.words = words;
    }

    private EmbedPage page() {
        return pages.getLast();
    }

    /** Turns to a new page, unless there are enough. */
    private boolean turn() {
        full |= pages.size() >= DiscordLimits.PAGES;
        if (!full) {
            pages.add(new EmbedPage());
        }
        return !full;
    }

    /** The title of the message; a heading further down is a bold line. */
    void heading(List<Span> spans) {
        String line = words.of(spans);
        if (page().isEmpty() && pages.size() == 1) {
            page().title(Markdown.escape(CleanText.shown(line, DiscordLimits.TITLE), DiscordLimits.TITLE));
        } else {
            prose(List.of(Span.strong(CleanText.line(line))), SpanMarkdown::of);
        }
    }

    /** Running text, which may be broken over pages. */
    void prose(List<Span> spans, Function<List<Span>, String> written) {
        List<Span> left = Spans.merged(spans);
        while (!left.isEmpty() && !full) {
            int room = page().room("");
            String whole = written.apply(left);
            if (whole.isBlank()) {
                return;
            }
            if (whole.length() <= room) {
                page().text("", whole);
                return;
            }
            if (room < LITTLE) {
                turn();
            } else {
                int length = Math.max(1, Spans.wordEnd(left, Spans.fitting(left, written, room)));
                page().text("", Spans.shortened(Spans.first(left, length), written, room));
                left = Spans.after(left, length);
            }
        }
        keep(words.of(left));
    }

    /** A labelled value. */
    void field(String name, String value, boolean inline, String plain) {
        if (full || !(page().field(name, value, inline) || (turn() && page().field(name, value, inline)))) {
            keep(plain);
        }
    }

    /** How long the next text under a caption may be; turns the page when that is too little. */
    int room(String caption) {
        if (!full && page().room(caption) < LITTLE) {
            turn();
        }
        return full ? 0 : page().room(caption);
    }

    /** How long a text may be that should not be broken; turns the page when this one is too short for it. */
    int roomFor(int length) {
        if (!full && page().room("") < length && !page().isFresh()) {
            turn();
        }
        return room("");
    }

    /** Adds text that fits the room. */
    void add(String caption, String markdown) {
        page().text(caption, markdown);
    }

    /** Short lines that stay together as far as pages let them. */
    void lines(List<Line> lines) {
        StringBuilder block = new StringBuilder();
        for (Line line : lines) {
            if (!full && page().room("") < block.length() + 1 + line.markdown().length()) {
                flush(block);
                makeRoom(line.markdown().length());
            }
            if (full) {
                keep(line.plain());
            } else {
                block.append(block.isEmpty() ? "" : "\n").append(line.markdown());
            }
        }
        flush(block);
    }

    private void makeRoom(int length) {
        if (page().room("") < length) {
            turn();
        }
    }

    private void flush(StringBuilder block) {
        if (!block.isEmpty()) {
            page().text("", block.toString());
            block.setLength(0);
        }
    }

    /** Puts into the file what has no room. */
    void keep(String plain) {
        if (!plain.isBlank()) {
            full = true;
            rest.append(plain).append('\n');
        }
    }

    boolean isFull() {
        return full;
    }

    /** The embeds, none for a message without text. */
    List<MessageEmbed> embeds(int colour) {
        if (!rest.isEmpty()) {
            page().last("-# " + Markdown.escape(text("discord.rest", "file", REST)));
        }
        return pages.stream()
                .map(page -> page.embed(colour))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Block.Attachment> rest() {
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Attachment(REST, "text/plain", rest.toString()));
    }

    /** A line with markup and without. */
    record Line(String markdown, String plain) {}
}
