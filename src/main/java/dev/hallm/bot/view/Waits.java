package dev.hallm.bot.view;

import java.time.Duration;
import java.time.Instant;

/** How long something has been waited for, in steps, so that a card is not edited for each second. */
final class Waits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private Waits() {}

    /** To follow what is waited for; empty for the first seconds. */
    static String since(Instant beginning, Instant now) {
        Duration rounded = rounded(Duration.between(beginning, now));
        return rounded.isZero() ? "" : ", " + words(rounded);
    }

    private static Duration rounded(Duration elapsed) {
        int seconds = elapsed.compareTo(MINUTE) < 0 ? 5 : elapsed.compareTo(LONG) < 0 ? 15 : 60;
        return Duration.ofSeconds(elapsed.toSeconds() / seconds * seconds);
    }

    private static String words(Duration rounded) {
        return rounded.compareTo(MINUTE) < 0
                ? rounded.toSeconds() + " s"
                : rounded.toMinutes() + " min"
                        + (rounded.toSecondsPart() == 0 ? "" : " " + rounded.toSecondsPart() + " s");
    }
}
