package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an operation's journal, in plain words and without secrets.
 *
 * @param number from 1, in order
 * @param step the step's word
 * @param why a failure's reason, or the person's
 * @param found what the step found before it did anything
 * @param left what it left behind
 * @param by who intervened, null for what the bot did by itself
 */
public record JournalEntry(
        int number,
        String step,
        Outcome outcome,
        String why,
        String found,
        String left,
        @Nullable ChatAccount by,
        Instant at) {
    /** What happened. */
    public enum Outcome {
        DONE,
        FAILED,
        RETRIED,
        SKIPPED,
        CANCELLED,
        ROLLED_BACK
    }

    /** Who intervened. */
    public Optional<ChatAccount> person() {
        return Optional.ofNullable(by);
    }
}
