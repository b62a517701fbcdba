package dev.hallm.bot.operation;

import dev.hallm.bot.cluster.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of running a step once; words are plain, for people, without secrets. */
public sealed interface StepResult {
    /**
     * It is so.
     *
     * @param found what was there before
     * @param left what is there now
     * @param made what did not exist before this operation
     */
    record Done(String found, String left, List<Made> made) implements StepResult {
        public Done {
            made = List.copyOf(made);
        }

        public Done() {
            this("", "", List.of());
        }
    }

    /**
     * Not yet; the step is run again after the delay.
     *
     * @param since when the wait for this began, null when nobody knows better than whoever hears of it first
     */
    record RetryLater(Duration delay, String why, @Nullable Instant since) implements StepResult {
        public RetryLater(Duration delay, String why) {
            this(delay, why, null);
        }
    }

    /** Somebody does not answer; the step is run again ever later, and fails when that goes on for long. */
    record Transient(String why) implements StepResult {}

    /**
     * A person has to change something, then retry.
     *
     * @param evidence one line of what was seen, empty when the reason says it all
     * @param advice what to change, as a sentence; empty when the reason says it
     */
    record Failed(String why, String evidence, String advice) implements StepResult {
        public Failed(String why) {
            this(why, "", "");
        }
    }
}
