package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.operation.JournalEntry;
import java.util.List;
import java.util.Locale;

/** A journal for people: when, which step, what came of it, what it found and left, or who intervened and why. */
final class JournalTable {
    private JournalTable() {}

    static Block.Table of(List<JournalEntry> journal, People people) {
        return new Block.Table(
                text("onboarding.details.journal"),
                List.of("When", "Step", "What", "Found, left"),
                journal.stream().map(entry -> row(entry, people)).toList());
    }

    private static List<Cell> row(JournalEntry entry, People people) {
        return List.of(
                Cell.of(new Span.Time(entry.at(), true)),
                Cell.of(OnboardingWords.step(entry.step())),
                Cell.of(text("onboarding.outcome."
                        + entry.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                entry.person()
                        .map(by ->
                                Cell.of(people.named(by), Span.plain(entry.why().isEmpty() ? "" : ": " + entry.why())))
                        .orElseGet(() -> Cell.of(change(entry))));
    }

    /** Before and after of a step, or why it failed and what was seen. */
    static String change(JournalEntry entry) {
        if (!entry.why().isEmpty()) {
            return entry.found().isEmpty() ? entry.why() : entry.why() + " (" + entry.found() + ")";
        }
        return entry.found().isEmpty() || entry.left().isEmpty()
                ? entry.found() + entry.left()
                : entry.found() + " → " + entry.left();
    }
}
