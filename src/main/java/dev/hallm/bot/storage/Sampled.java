package dev.hallm.bot.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that costs a query, kept for 5 s, so that monitoring asks the database as rarely however many gauges show it.
 * Empty while it cannot be had.
 */
public final class Sampled<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Supplier<T> source;
    private final Clock clock;
    private @Nullable T value;
    private Instant until = Instant.MIN;

    public Sampled(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The value, at most 5 s old. */
    public synchronized Optional<T> get() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            value = fresh();
            until = now.plus(KEPT);
        }
        return Optional.ofNullable(value);
    }

    private @Nullable T fresh() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.debug("a gauge has no value", e);
            return null;
        }
    }
}
