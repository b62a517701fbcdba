package dev.hallm.bot.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Measured durations and their percentiles. */
record Timings(long[] nanos) {
    Timings {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** Runs something a number of times, one after the other. */
    static Timings of(int times, Runnable work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        return new Timings(nanos);
    }

    Duration percentile(int percent) {
        return Duration.ofNanos(nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)]);
    }

    double millis(int percent) {
        return percentile(percent).toNanos() / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms (%d times)", millis(50), millis(99), nanos.length);
    }
}
