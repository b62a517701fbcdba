package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Message timestamps: unique, ever growing, seconds with six digits; and other ids that Slack makes up. */
final class Stamps {
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong ids = new AtomicLong(100_000);

    Stamps(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long micros = clock.millis() * 1_000;
        long stamp = last.updateAndGet(before -> Math.max(before + 1, micros));
        return stamp / 1_000_000 + "." + String.format("%06d", stamp % 1_000_000);
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    /** A new id such as {@code V0FAKE2S0}. */
    String id(String letter) {
        return letter + "0FAKE" + Long.toString(ids.incrementAndGet(), 36).toUpperCase(java.util.Locale.ROOT);
    }
}
