package dev.hallm.bot.platform.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** At most so many uses in any 60 seconds. */
final class MinuteWindow {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final int most;
    private final Deque<Instant> uses = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;

    MinuteWindow(int most) {
        this.most = most;
    }

    /** Takes one use unless only {@code reserve} are left; else how long to wait for one. */
    synchronized Optional<Duration> take(Instant now, int reserve) {
        if (now.isBefore(closedUntil)) {
            return Optional.of(Duration.between(now, closedUntil));
        }
        forget(now.minus(LENGTH));
        int room = most - reserve;
        if (uses.size() < room) {
            uses.addLast(now);
            return Optional.empty();
        }
        Instant free = uses.stream().skip(uses.size() - (long) room).findFirst().orElse(now);
        return Optional.of(Duration.between(now, free.plus(LENGTH)));
    }

    /** Nothing goes until then. */
    synchronized void close(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    private void forget(Instant before) {
        while (!uses.isEmpty() && !uses.getFirst().isAfter(before)) {
            uses.removeFirst();
        }
    }
}
