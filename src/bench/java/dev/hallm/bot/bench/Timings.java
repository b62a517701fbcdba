package dev.hallm.bot.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measured durations, the shortest first, and their percentiles. */
record Timings(List<Duration> sorted) {
    Timings {
        sorted = sorted.stream().sorted().toList();
    }

    /** Runs something a number of times, one after the other. */
    static Timings of(int times, Runnable work) {
        return new Timings(IntStream.range(0, times).mapToObj(_ -> timeOf(work)).toList());
    }

    private static Duration timeOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    double millis(int percent) {
        int at = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
        return sorted.get(at).toNanos() / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms (%d times)", millis(50), millis(99), sorted.size());
    }
}
