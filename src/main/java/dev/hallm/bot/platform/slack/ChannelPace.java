package dev.hallm.bot.platform.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** New messages in each channel: two at once, then one every one and a half seconds, which keeps below one a second. */
final class ChannelPace {
    private static final Duration INTERVAL = Duration.ofMillis(1_500);
    private static final Duration BURST = INTERVAL.multipliedBy(2);
    private static final int MOST_CHANNELS = 10_000;

    private final Clock clock;
    private final Map<String, Pace> channels = new ConcurrentHashMap<>();

    ChannelPace(Clock clock) {
        this.clock = clock;
    }

    /** Takes one message; else how long to wait. */
    Optional<Duration> take(String channel) {
        Instant now = clock.instant();
        if (channels.size() > MOST_CHANNELS) {
            channels.values().removeIf(pace -> pace.isIdle(now));
        }
        return channels.computeIfAbsent(channel, _ -> new Pace()).take(now);
    }

    private static final class Pace {
        private Instant paidUntil = Instant.MIN;

        synchronized Optional<Duration> take(Instant now) {
            Instant next = (isIdle(now) ? now : paidUntil).plus(INTERVAL);
            Duration wait = Duration.between(now.plus(BURST), next);
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            paidUntil = next;
            return Optional.empty();
        }

        synchronized boolean isIdle(Instant now) {
            return !paidUntil.isAfter(now);
        }
    }
}
