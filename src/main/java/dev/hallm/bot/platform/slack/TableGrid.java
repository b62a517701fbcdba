package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table in aligned columns of a fixed-width font; long cells are broken into lines. */
final class TableGrid {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<TableCell> titles;
    private final List<List<TableCell>> rows;
    private final int[] widths;
    private final ArrayNode elements = Nodes.array();
    private final StringBuilder text = new StringBuilder();
    private int shown;

    private TableGrid(Block.Table table) {
        titles = table.columns().stream().map(TableCell::of).toList();
        rows = table.rows().stream()
                .map(row -> row.stream().map(TableCell::of).toList())
                .toList();
        widths = widths();
        write();
    }

    static TableGrid of(Block.Table table) {
        return new TableGrid(table);
    }

    /** How many rows there was room for. */
    int shown() {
        return shown;
    }

    ObjectNode block() {
        return Nodes.richText(Nodes.elements("rich_text_preformatted", elements));
    }

    private int[] widths() {
        int[] natural = IntStream.range(0, titles.size())
                .map(i -> Math.max(
                        titles.get(i).width(),
                        rows.stream().mapToInt(row -> row.get(i).width()).max().orElse(0)))
                .toArray();
        int excess = IntStream.of(natural).sum() + GAP.length() * (natural.length - 1) - SlackLimits.TABLE_LINE;
        for (; excess > 0; excess--) {
            int widest = IntStream.range(0, natural.length).reduce(0, (a, b) -> natural[a] >= natural[b] ? a : b);
            natural[widest] = Math.max(NARROWEST, natural[widest] - 1);
        }
        return natural;
    }

    private void write() {
        line(titles.stream().map(TableCell::text).toList(), List.of());
        text.append(String.join(GAP, IntStream.of(widths).mapToObj("─"::repeat).toList()));
        for (List<TableCell> row : rows) {
            if (size() + size(row) > SlackLimits.TABLE_TEXT) {
                break;
            }
            text.append('\n');
            row(row);
            shown++;
        }
        flush();
    }

    private int size() {
        return Weight.of(elements) + text.length();
    }

    private int size(List<TableCell> row) {
        int links = row.stream()
                .mapToInt(cell -> cell.target() == null ? 0 : cell.target().length())
                .sum();
        return height(row) * (IntStream.of(widths).sum() + GAP.length() * widths.length + links);
    }

    private int height(List<TableCell> row) {
        return IntStream.range(0, row.size())
                .map(i -> row.get(i).lines(widths[i]).size())
                .max()
                .orElse(1);
    }

    private void row(List<TableCell> row) {
        List<List<String>> cells = IntStream.range(0, row.size())
                .mapToObj(i -> row.get(i).lines(widths[i]))
                .toList();
        var targets = new ArrayList<@Nullable String>();
        row.forEach(cell -> targets.add(cell.target()));
        int height = height(row);
        for (int line = 0; line < height; line++) {
            int at = line;
            line(
                    cells.stream()
                            .map(lines -> at < lines.size() ? lines.get(at) : "")
                            .toList(),
                    targets);
        }
        text.setLength(text.length() - 1);
    }

    private void line(List<String> cells, List<@Nullable String> targets) {
        int padding = 0;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                text.repeat(' ', padding);
                padding = 0;
                cell(cell, targets.isEmpty() ? null : targets.get(i));
            }
            padding += widths[i] - TableCell.width(cell) + GAP.length();
        }
        text.append('\n');
    }

    private void cell(String cell, @Nullable String target) {
        if (target == null) {
            text.append(cell);
        } else {
            flush();
            elements.add(Nodes.typed("link").put("url", target).put("text", cell));
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            SlackText.pieces(text.toString(), SlackLimits.TEXT).forEach(piece -> elements.add(Nodes.text(piece)));
            text.setLength(0);
        }
    }
}
