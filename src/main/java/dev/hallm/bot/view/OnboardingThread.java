package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.JournalEntry;
import dev.hallm.bot.operation.JournalEntry.Outcome;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What belongs under the card of an onboarding: failures with their evidence, who intervened and why, what is gone. */
@Component
class OnboardingThread {
    private final Outbox outbox;
    private final Onboardings onboardings;
    private final Journal journal;
    private final People people;

    OnboardingThread(Outbox outbox, Onboardings onboardings, Journal journal, People people) {
        this.outbox = outbox;
        this.onboardings = onboardings;
        this.journal = journal;
        this.people = people;
    }

    @EventListener
    void on(OperationEvent.Journaled event) {
        message(event).ifPresent(message -> send(event.id(), "" + event.entry().number(), message));
    }

    @EventListener
    void on(OperationEvent.Undone event) {
        send(event.id(), "undone", report(event));
    }

    private void send(OperationId id, String part, Message message) {
        if (onboardings.find(id).isPresent()) {
            Subject card = new Subject(OnboardingCard.KIND, id.value());
            outbox.replyTo(card, "under:" + card + "/" + part, message);
        }
    }

    private Optional<Message> message(OperationEvent.Journaled event) {
        JournalEntry entry = event.entry();
        String tenant = event.operation().tenant().value();
        return switch (entry.outcome()) {
            case DONE -> Optional.empty();
            case FAILED -> Optional.of(failed(tenant, entry));
            case RETRIED, SKIPPED, CANCELLED, ROLLED_BACK -> Optional.of(intervened(tenant, entry));
        };
    }

    private static Message failed(String tenant, JournalEntry entry) {
        String line = text(
                "onboarding.thread.failed",
                "tenant",
                tenant,
                "step",
                OnboardingWords.step(entry.step()),
                "why",
                entry.why());
        return quoting(Tone.BAD, line, List.of(Span.plain(line)), entry.found());
    }

    private Message intervened(String tenant, JournalEntry entry) {
        String what = text(
                "onboarding.thread."
                        + entry.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "tenant",
                tenant,
                "step",
                OnboardingWords.step(entry.step()));
        String who = entry.person().map(people::name).orElse("");
        List<Span> spans = new ArrayList<>();
        entry.person().map(people::named).ifPresent(spans::add);
        spans.add(Span.plain(" " + what));
        return quoting(Tone.NEUTRAL, who + " " + what, spans, entry.why());
    }

    private static Message quoting(Tone tone, String line, List<Span> spans, String quote) {
        var blocks = new ArrayList<Block>(List.of(new Block.Text(Block.Text.Style.BODY, spans)));
        if (!quote.isEmpty()) {
            blocks.add(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(quote))));
        }
        return new Message(quote.isEmpty() ? line : line + " " + quote, tone, blocks);
    }

    /** What each step of the roll back found and left. */
    private Message report(OperationEvent.Undone event) {
        Set<String> steps =
                Planner.undo(event.operation()).stream().map(Step::word).collect(Collectors.toSet());
        List<JournalEntry> done = journal.of(event.id()).stream()
                .filter(entry -> entry.outcome() == Outcome.DONE && steps.contains(entry.step()))
                .toList();
        String title =
                text("onboarding.thread.undone", "tenant", event.operation().tenant());
        var blocks = new ArrayList<Block>(List.of(Block.Text.body(Span.strong(title))));
        blocks.add(new Block.Fields(done.stream()
                .map(entry -> Block.Field.of(OnboardingWords.step(entry.step()), JournalTable.change(entry)))
                .toList()));
        String lines = done.stream()
                .map(entry -> OnboardingWords.step(entry.step()) + ": " + JournalTable.change(entry))
                .collect(Collectors.joining("; "));
        return new Message(title + " " + lines, Tone.NEUTRAL, blocks);
    }
}
