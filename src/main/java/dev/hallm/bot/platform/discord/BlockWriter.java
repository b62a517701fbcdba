package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** The blocks of one message, its buttons apart, as embeds and files. */
final class BlockWriter {
    private final SpanWords words;
    private final EmbedPages pages;
    private final FieldWriter fields;
    private final List<Block.Attachment> files = new ArrayList<>();
    private String heading = "";

    BlockWriter(SpanWords words) {
        this.words = words;
        this.pages = new EmbedPages(words);
        this.fields = new FieldWriter(pages, words);
    }

    void write(Message message) {
        message.blocks().forEach(this::write);
    }

    List<MessageEmbed> embeds(Message.Tone tone) {
        return pages.embeds(colour(tone));
    }

    /** The message's own files and those with what had no room. */
    List<Block.Attachment> files() {
        List<Block.Attachment> all = new ArrayList<>(files);
        pages.rest().ifPresent(all::add);
        return all;
    }

    private void write(Block block) {
        switch (block) {
            case Block.Text text -> text(text);
            case Block.Fields labelled -> labelled.fields().forEach(fields::write);
            case Block.Table table -> table(table);
            case Block.Checklist checklist -> checklist(checklist);
            case Block.Code code -> CodeText.write(code.text(), pages);
            case Block.Attachment file -> files.add(file);
            case Block.Buttons _ -> {
                // beside the embeds
            }
        }
    }

    private void text(Block.Text text) {
        switch (text.style()) {
            case HEADING -> heading(text.spans());
            case BODY -> pages.prose(text.spans(), SpanMarkdown::of);
            case QUOTE -> pages.prose(text.spans(), spans -> marked("> ", spans));
            case NOTE -> pages.prose(text.spans(), spans -> marked("-# ", spans));
        }
    }

    private static String marked(String mark, List<Span> spans) {
        String markdown = SpanMarkdown.of(spans);
        return markdown.isBlank() ? "" : Markdown.lines(mark, markdown);
    }

    private void heading(List<Span> spans) {
        heading = words.of(spans);
        pages.heading(spans);
    }

    /** A caption that the heading said already is not said again. */
    private void table(Block.Table table) {
        new TableWriter(pages, words, table)
                .write(!heading.startsWith(table.caption()))
                .ifPresent(files::add);
    }

    private void checklist(Block.Checklist checklist) {
        pages.lines(checklist.items().stream().map(BlockWriter::line).toList());
    }

    private static EmbedPages.Line line(Block.Item item) {
        String label = CleanText.shown(item.label(), 100);
        String detail = CleanText.shorten(CleanText.line(item.detail()), 300);
        String after = item.state().word() + (detail.isEmpty() ? "" : ", " + detail);
        String mark = item.state().mark();
        return new EmbedPages.Line(
                mark + " " + Markdown.strong(label) + " · " + Markdown.escape(after),
                mark + " " + CleanText.line(item.label()) + " · " + item.state().word() + ", "
                        + CleanText.line(item.detail()));
    }

    private static int colour(Message.Tone tone) {
        return switch (tone) {
            case NEUTRAL -> 0x6B7280;
            case PROGRESS -> 0x3B82F6;
            case GOOD -> 0x2E9E5B;
            case WARNING -> 0xD99A1C;
            case BAD -> 0xD64545;
        };
    }
}
