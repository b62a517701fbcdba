package dev.hallm.bot.platform.discord;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of plain cells as aligned lines of a code block. */
final class CodeTable {
    private static final String FENCE = "```";
    private static final String GAP = "  ";

    private final List<List<String>> rows;
    private final List<Integer> widths;

    /** @param rows the column titles, then the rows */
    CodeTable(List<List<String>> rows) {
        this.rows = rows.stream()
                .map(row -> row.stream().map(CodeTable::harmless).toList())
                .toList();
        this.widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> this.rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
    }

    /** No line end and no backtick, with which a text could leave the block. */
    private static String harmless(String cell) {
        return CleanText.shown(cell.replace('`', 'ˋ'), Integer.MAX_VALUE);
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    int width() {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    /** How many rows a block of this length holds, the titles not counted. */
    int fitting(int length) {
        int left = length - 2 * (FENCE.length() + 1);
        int fits = 0;
        for (List<String> row : rows) {
            left -= line(row).length() + 1;
            if (left < 0) {
                break;
            }
            fits++;
        }
        return Math.max(0, fits - 1);
    }

    /** The titles and the first rows as a code block. */
    String block(int shown) {
        return rows.stream()
                .limit(shown + 1L)
                .map(this::line)
                .collect(Collectors.joining("\n", FENCE + "\n", "\n" + FENCE));
    }

    private String line(List<String> row) {
        Stream<String> cells = IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - width(row.get(column))));
        return cells.collect(Collectors.joining(GAP)).stripTrailing();
    }
}
