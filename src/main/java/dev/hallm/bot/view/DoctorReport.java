package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import dev.hallm.bot.doctor.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code doctor} found, as a message: what to solve, what to know, and how much is fine. */
public final class DoctorReport {
    private DoctorReport() {}

    public static Message of(Report report) {
        var blocks = new ArrayList<Block>();
        section("doctor.problems", report.of(Severity.PROBLEM), blocks);
        section("doctor.warnings", report.of(Severity.WARNING), blocks);
        boolean allFine = blocks.isEmpty();
        blocks.add(
                allFine
                        ? Block.Text.body(Span.plain(text("doctor.all-fine", "fine", report.fine())))
                        : Block.Text.note(Span.plain(text("doctor.fine-count", "fine", report.fine()))));
        return new Message(
                allFine ? text("doctor.all-fine", "fine", report.fine()) : fallback(report), tone(report), blocks);
    }

    private static void section(String title, List<Finding> findings, List<Block> blocks) {
        if (!findings.isEmpty()) {
            blocks.add(Block.Text.heading(text(title, "count", findings.size())));
            findings.forEach(finding -> blocks.addAll(of(finding)));
        }
    }

    private static List<Block> of(Finding finding) {
        return List.of(
                Block.Text.body(Span.code(finding.code()), Span.plain(" " + finding.problem())),
                Block.Text.note(Span.strong(text("doctor.fix")), Span.plain(" " + finding.fix())));
    }

    private static Tone tone(Report report) {
        if (report.problems() > 0) {
            return Tone.BAD;
        }
        return report.warnings() > 0 ? Tone.WARNING : Tone.GOOD;
    }

    private static String fallback(Report report) {
        String counts = text(
                "doctor.fallback", "problems", report.problems(), "warnings", report.warnings(), "fine", report.fine());
        return report.open().stream()
                .map(finding -> finding.code() + " " + finding.problem())
                .collect(Collectors.joining(" ", counts + " ", ""));
    }
}
