package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.JournalEntry;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows operators what failed without a checklist, and tells requesters what holds up their wish and who intervened. */
@Component
class OperationPosts {
    private final Outbox outbox;
    private final Channels channels;
    private final Operations operations;
    private final FailedOperation failures;
    private final People people;

    OperationPosts(Outbox outbox, Channels channels, Operations operations, FailedOperation failures, People people) {
        this.outbox = outbox;
        this.channels = channels;
        this.operations = operations;
        this.failures = failures;
        this.people = people;
    }

    @EventListener
    void on(OperationEvent event) {
        if (event.operation().hasChecklist()) {
            return;
        }
        Subject card = new Subject(OperationCard.KIND, event.id().value());
        switch (event) {
            case OperationEvent.Started started -> tellOfWaiting(started);
            case OperationEvent.ItemFailed failed -> failed(failed, card);
            case OperationEvent.Journaled journaled -> tellOfIntervention(journaled);
            case OperationEvent.Retried _,
                    OperationEvent.Cancelled _,
                    OperationEvent.UndoFailed _,
                    OperationEvent.Undone _,
                    OperationEvent.Finished _ -> outbox.refresh(card, Urgency.FINAL);
            case OperationEvent.StepRunning _,
                    OperationEvent.ItemDone _,
                    OperationEvent.ItemSkipped _,
                    OperationEvent.Signalled _,
                    OperationEvent.UndoStarted _ -> {
                // the card says no more than that it goes on
            }
        }
    }

    /** It was approved while something else keeps the tenant. */
    private void tellOfWaiting(OperationEvent.Started started) {
        operations
                .failedOn(started.operation().tenant())
                .filter(row -> !row.id().equals(started.id()))
                .ifPresent(row ->
                        outbox.send("waits:" + started.id(), requester(started.operation()), failures.inTheWay(row)));
    }

    /** Each failure is told once, in the transaction that writes it; the run tells one from another. */
    private void failed(OperationEvent.ItemFailed failed, Subject card) {
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            outbox.postCard(card + "@" + channel.platform(), channel, card);
        }
        outbox.refresh(card, Urgency.FINAL);
        operations
                .find(failed.id())
                .ifPresent(row -> outbox.send(
                        "operation-failed:" + failed.id() + "#" + row.run(),
                        requester(failed.operation()),
                        toRequester(failed, row)));
    }

    private static Message toRequester(OperationEvent.ItemFailed failed, OperationRow row) {
        String what = OperationWords.failed(failed.operation(), failed.why());
        String advice = failed.failure().advice();
        var blocks = new ArrayList<Block>(List.of(Block.Text.body(Span.plain(what))));
        if (!advice.isEmpty()) {
            blocks.add(Block.Text.note(Span.plain(advice)));
        }
        blocks.add(OperationButtons.of(row));
        return new Message(advice.isEmpty() ? what : what + " " + advice, Tone.BAD, blocks);
    }

    /** Whoever did it was answered already. */
    private void tellOfIntervention(OperationEvent.Journaled journaled) {
        JournalEntry entry = journaled.entry();
        entry.person()
                .filter(by -> !by.equals(journaled.operation().requester()))
                .ifPresent(by -> outbox.send(
                        "intervened:" + journaled.id() + "#" + entry.number(),
                        requester(journaled.operation()),
                        intervention(journaled.operation(), by, entry)));
    }

    private Message intervention(Operation operation, ChatAccount by, JournalEntry entry) {
        String what = OperationWords.what(operation);
        String line = switch (entry.outcome()) {
            case RETRIED -> text("operation.told.retried", "by", people.name(by), "what", what);
            case CANCELLED -> text("operation.told.cancelled", "by", people.name(by), "what", what);
            case SKIPPED, ROLLED_BACK, DONE, FAILED ->
                text("operation.told.changed", "by", people.name(by), "what", what);
        };
        return entry.why().isEmpty()
                ? Message.text(Tone.NEUTRAL, line)
                : Message.of(
                        Tone.NEUTRAL,
                        line + " " + entry.why(),
                        Block.Text.body(Span.plain(line)),
                        new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(entry.why()))));
    }

    private static Destination requester(Operation operation) {
        return new Destination.Direct(operation.requester());
    }
}
