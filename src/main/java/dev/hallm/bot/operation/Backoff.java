package dev.hallm.bot.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a step that met trouble is tried again: twice as long each time up to the longest, less a
 * random part of up to a half, so that operations that failed together do not come back together.
 *
 * @param limit tries after which it is no longer tried
 */
public record Backoff(Duration first, Duration longest, int limit) {
    private static final int MOST_DOUBLINGS = 20;

    /** @throws IllegalArgumentException when nothing would ever be tried again, or at once */
    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || limit < 1) {
            throw new IllegalArgumentException("no backoff from " + first + " to " + longest + ", " + limit + " times");
        }
    }

    /**
     * The delay after so many tries in a row; empty when that were enough.
     *
     * @param tries from 1
     * @param random from 0 to 1, excluding 1
     */
    public Optional<Duration> after(int tries, double random) {
        if (tries >= limit) {
            return Optional.empty();
        }
        Duration doubled = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration delay = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Optional.of(Duration.ofMillis(Math.round(delay.toMillis() * (1 - random / 2))));
    }
}
