package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table as a line for each row. Slack shows times in the reader's zone, and people as mentions, only outside of
 * fixed-width text.
 */
final class TableRows {
    private final List<ObjectNode> lines = new ArrayList<>();
    private int shown;

    private TableRows() {}

    /** Whether a table holds what a grid of characters cannot show. */
    static boolean suit(Block.Table table) {
        return table.rows().stream().flatMap(List::stream).anyMatch(TableRows::isLive);
    }

    private static boolean isLive(Cell cell) {
        return cell.spans().stream()
                .anyMatch(
                        span -> span instanceof Span.Time || (span instanceof Span.Who who && RichSpans.mentions(who)));
    }

    static TableRows of(Block.Table table) {
        TableRows rows = new TableRows();
        int size = 0;
        for (List<Cell> row : table.rows()) {
            List<ObjectNode> line = Sections.of(spans(table.columns(), row));
            size += line.stream().mapToInt(Weight::of).sum();
            if (size > SlackLimits.TABLE_TEXT) {
                break;
            }
            rows.lines.addAll(line);
            rows.shown++;
        }
        return rows;
    }

    /** How many rows there was room for. */
    int shown() {
        return shown;
    }

    List<ObjectNode> blocks() {
        return Sections.pack(lines);
    }

    /** The first cell names the row; of the others those that say something follow their column's title. */
    private static List<Span> spans(List<String> columns, List<Cell> row) {
        var spans = new ArrayList<>(row.getFirst().spans());
        for (int i = 1; i < row.size(); i++) {
            String words = SlackText.line(RichSpans.words(row.get(i).spans()));
            if (!SlackText.isBlank(words) && !words.equals("–")) {
                spans.add(Span.plain(" · " + SlackText.line(columns.get(i)) + " "));
                spans.addAll(row.get(i).spans());
            }
        }
        return spans;
    }
}
