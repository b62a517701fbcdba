package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.operation.JournalEntry;
import dev.hallm.bot.operation.JournalEntry.Outcome;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An operation without a checklist, in the operations channel from its first failure on. */
@Component
class OperationCard implements CardSource {
    static final String KIND = "operation";

    private final Operations operations;
    private final FailedOperation failures;
    private final People people;

    OperationCard(Operations operations, FailedOperation failures, People people) {
        this.operations = operations;
        this.failures = failures;
        this.people = people;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        return operations.find(new OperationId(id)).map(this::card);
    }

    private Message card(OperationRow row) {
        String tenant = row.operation().tenant().value();
        return switch (row.state()) {
            case FAILED, UNDO_FAILED -> failed(row);
            case QUEUED, RUNNING, UNDOING -> line(row, Tone.PROGRESS, text("operation.goes-on", "tenant", tenant));
            case DONE -> line(row, Tone.GOOD, text("operation.done", "tenant", tenant));
            case CANCELLED, UNDONE -> cancelled(row);
        };
    }

    private Message failed(OperationRow row) {
        Optional<JournalEntry> failure = failures.last(row, Outcome.FAILED);
        String line = failure.map(entry -> text("operation.failed", "why", entry.why()))
                .orElseGet(() -> text("operation.failed", "why", ""));
        var blocks = new ArrayList<Block>(List.of(heading(row), Block.Text.body(Span.plain(line))));
        failure.map(JournalEntry::found)
                .filter(evidence -> !evidence.isEmpty())
                .map(evidence -> new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(evidence))))
                .ifPresent(blocks::add);
        blocks.add(Block.Text.note(Span.plain(text("operation.failed.next"))));
        blocks.add(OperationButtons.of(row));
        return new Message(
                OperationWords.title(row.operation()) + ": " + line + " " + text("operation.failed.next"),
                Tone.BAD,
                blocks);
    }

    private Message cancelled(OperationRow row) {
        Optional<JournalEntry> entry = failures.last(row, Outcome.CANCELLED);
        String by = entry.flatMap(JournalEntry::person).map(people::name).orElse("");
        Message card = line(row, Tone.NEUTRAL, text("operation.cancelled", "by", by));
        return entry.map(JournalEntry::why)
                .filter(why -> !why.isEmpty())
                .map(why -> card.with(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(why)))))
                .orElse(card);
    }

    private static Message line(OperationRow row, Tone tone, String line) {
        return Message.of(
                tone,
                OperationWords.title(row.operation()) + ": " + line,
                heading(row),
                Block.Text.body(Span.plain(line)));
    }

    private static Block heading(OperationRow row) {
        return Block.Text.heading(OperationWords.title(row.operation()));
    }
}
