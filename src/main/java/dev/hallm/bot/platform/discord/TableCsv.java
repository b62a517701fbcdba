package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A whole table as a file; what a spreadsheet would take for a formula is quoted. */
final class TableCsv {
    private TableCsv() {}

    static Block.Attachment of(String name, List<List<String>> rows) {
        var out = new StringWriter();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(TableCsv::safe).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Block.Attachment(name, "text/csv", out.toString());
    }

    /** A file's name from a caption. */
    static String name(String caption) {
        String word = caption.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = word.replaceAll("^-|-$", "");
        return (trimmed.isEmpty() ? "table" : CleanText.cut(trimmed, 60)) + ".csv";
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
