package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as a code block with aligned columns; as a line for each row when it is too wide for a phone or holds what a
 * code block cannot show, which are links and the reader's own times. Rows without room are in a file with all rows.
 */
final class TableWriter {
    /** Kept for the line that names the file. */
    private static final int NOTE = 160;

    private static final String NONE = "–";

    private final EmbedPages pages;
    private final Block.Table table;
    private final List<List<String>> rows = new ArrayList<>();

    TableWriter(EmbedPages pages, SpanWords words, Block.Table table) {
        this.pages = pages;
        this.table = table;
        rows.add(table.columns());
        table.rows()
                .forEach(row -> rows.add(
                        row.stream().map(cell -> words.of(cell.spans())).toList()));
    }

    /** Writes the table, and answers with the file when rows are missing. */
    Optional<Block.Attachment> write(boolean captioned) {
        String caption = captioned ? caption() : "";
        int room = pages.room(caption) - NOTE;
        int shown = 0;
        if (room > 0) {
            CodeTable code = new CodeTable(rows);
            shown = suitsCode(code) ? code(code, caption, room) : lines(caption, room);
        }
        if (shown == table.rows().size()) {
            return Optional.empty();
        }
        return Optional.of(TableCsv.of(file(), rows));
    }

    private String caption() {
        return Markdown.escape(CleanText.shown(table.caption(), DiscordLimits.FIELD_NAME), DiscordLimits.FIELD_NAME);
    }

    private String file() {
        return TableCsv.name(table.caption());
    }

    private boolean suitsCode(CodeTable code) {
        return code.width() <= DiscordLimits.CODE_LINE
                && table.rows().stream()
                        .flatMap(List::stream)
                        .flatMap(cell -> cell.spans().stream())
                        .noneMatch(TableWriter::isLive);
    }

    private static boolean isLive(Span span) {
        return switch (span) {
            case Span.Plain _, Span.Strong _, Span.Code _ -> false;
            case Span.Who who -> SpanMarkdown.pings(who);
            case Span.Link _, Span.Time _ -> true;
        };
    }

    private int code(CodeTable code, String caption, int room) {
        int shown = Math.min(code.fitting(room), DiscordLimits.TABLE_ROWS);
        pages.add(caption, code.block(shown) + more("\n", shown));
        return shown;
    }

    private int lines(String caption, int room) {
        StringBuilder out = new StringBuilder();
        int shown = 0;
        for (List<Block.Cell> row : table.rows()) {
            String line = Spans.shortened(line(row), SpanMarkdown::of, room);
            if (shown == DiscordLimits.TABLE_ROWS || out.length() + 1 + line.length() > room) {
                break;
            }
            out.append(shown == 0 ? "" : "\n").append(line);
            shown++;
        }
        if (!table.rows().isEmpty()) {
            pages.add(caption, out + more(shown == 0 ? "" : "\n", shown));
        }
        return shown;
    }

    /** The first cell, then the others with their columns' names unless there is one only; what has no value is left out. */
    private List<Span> line(List<Block.Cell> row) {
        List<Span> line = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            List<Span> cell = row.get(i).spans();
            String written = SpanMarkdown.of(cell);
            if (i == 0) {
                line.addAll(written.isBlank() ? List.of(Span.plain(NONE)) : cell);
            } else if (!written.isBlank() && !written.equals(NONE)) {
                line.add(Span.plain(
                        row.size() == 2
                                ? " · "
                                : " · " + CleanText.line(table.columns().get(i)) + " "));
                line.addAll(cell);
            }
        }
        return line;
    }

    private String more(String before, int shown) {
        int missing = table.rows().size() - shown;
        return missing == 0
                ? ""
                : before + "-# " + Markdown.escape(text("discord.more-rows", "count", missing, "file", file()));
    }
}
