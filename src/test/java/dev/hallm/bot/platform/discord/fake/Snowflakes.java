package dev.hallm.bot.platform.discord.fake;

import java.time.Clock;

/** Discord's ids: milliseconds since 2015 in the upper bits, always growing. */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;

    private final Clock clock;
    private long last;

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    synchronized String next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
        return Long.toString(last);
    }
}
