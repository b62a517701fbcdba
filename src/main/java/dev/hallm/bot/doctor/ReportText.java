package dev.hallm.bot.doctor;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import java.util.Locale;
import org.apache.commons.text.WordUtils;

/** A report for people at a terminal of 80 columns. */
final class ReportText {
    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(17);

    private ReportText() {}

    static String of(Report report) {
        var text = new StringBuilder();
        report.open().forEach(finding -> add(finding, text));
        report.of(Severity.OK)
                .forEach(finding -> add("%-8s %s".formatted("fine", finding.code()), finding.problem(), text));
        return text.append('\n')
                .append(text(
                        "doctor.fallback",
                        "problems",
                        report.problems(),
                        "warnings",
                        report.warnings(),
                        "fine",
                        report.fine()))
                .append('\n')
                .toString();
    }

    private static void add(Finding finding, StringBuilder text) {
        String severity = finding.severity().name().toUpperCase(Locale.ROOT);
        add("%-8s %s".formatted(severity, finding.code()), finding.problem(), text);
        add("", text("doctor.fix") + " " + finding.fix(), text);
    }

    /** Words that are longer than a line, such as addresses, stay whole. */
    private static void add(String head, String words, StringBuilder text) {
        String wrapped = WordUtils.wrap(words, WIDTH - INDENT.length(), "\n" + INDENT, false);
        text.append("%-17s".formatted(head)).append(wrapped).append('\n');
    }
}
