package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.JournalEntry;
import dev.hallm.bot.operation.JournalEntry.Outcome;
import dev.hallm.bot.operation.OperationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is said of an operation that failed and keeps others from its tenant, with the ways out of it. */
@Component
public class FailedOperation {
    private final Onboardings onboardings;
    private final Journal journal;

    FailedOperation(Onboardings onboardings, Journal journal) {
        this.onboardings = onboardings;
        this.journal = journal;
    }

    /** To somebody who wants something else of the tenant. */
    public Message inTheWay(OperationRow row) {
        return onboardings.find(row.id()).map(FailedOperation::onboarding).orElseGet(() -> operation(row));
    }

    private static Message onboarding(Onboarding onboarding) {
        String words =
                text("refuse.create.waits", "tenant", onboarding.tenant(), "now", OnboardingWords.now(onboarding));
        var blocks = new ArrayList<Block>(List.of(Block.Text.body(Span.plain(words))));
        blocks.addAll(OnboardingButtons.of(onboarding));
        return new Message(words, Tone.WARNING, blocks);
    }

    private Message operation(OperationRow row) {
        String words = text(
                "operation.in-the-way",
                "tenant",
                row.operation().tenant(),
                "what",
                OperationWords.title(row.operation()),
                "why",
                why(row));
        return Message.of(Tone.WARNING, words, Block.Text.body(Span.plain(words)), OperationButtons.of(row));
    }

    /** Why it failed the last time. */
    String why(OperationRow row) {
        return last(row, Outcome.FAILED).map(JournalEntry::why).orElse("");
    }

    /** Its last line of a kind in the journal. */
    Optional<JournalEntry> last(OperationRow row, Outcome outcome) {
        return journal.of(row.id()).stream()
                .filter(entry -> entry.outcome() == outcome)
                .reduce((earlier, later) -> later);
    }
}
