package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A whole table as a CSV file; texts that a spreadsheet would take for a formula are quoted. */
final class TableFile {
    private TableFile() {}

    static Block.Attachment of(Block.Table table) {
        var out = new StringWriter();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(table.columns().stream().map(TableFile::safe).toList());
            for (List<Block.Cell> row : table.rows()) {
                printer.printRecord(row.stream().map(TableFile::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Block.Attachment(name(table.caption()), "text/csv", out.toString());
    }

    private static String cell(Block.Cell cell) {
        return cell.spans().size() == 1 && cell.spans().getFirst() instanceof Span.Time time
                ? time.at().toString()
                : safe(RichSpans.words(cell.spans()));
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String name(String caption) {
        String name =
                caption.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "table" : SlackText.shorten(name, 40).replace("…", "")) + ".csv";
    }
}
