package dev.hallm.bot.operation;

import java.time.Duration;

/** What came of running a step once; reasons are plain words for people. */
public sealed interface StepResult {
    record Done() implements StepResult {}

    /** Not yet; the step is run again after the delay. */
    record RetryLater(Duration delay, String why) implements StepResult {}

    /** A person has to change something, then retry. */
    record Failed(String why) implements StepResult {}
}
