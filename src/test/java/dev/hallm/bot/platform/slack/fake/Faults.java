package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What goes wrong on purpose. A method is a Web API method, {@code response_url} or {@code upload}. */
public final class Faults {
    /** How a call fails. */
    public enum Kind {
        /** HTTP 500, nothing done. */
        SERVER_ERROR,
        /** HTTP 200 with an HTML page, nothing done. */
        HTML,
        /** The connection is closed, nothing done. */
        CLOSE,
        /** No answer for a minute, nothing done. */
        HANG,
        /** Slack did it, but the connection closes before the answer. */
        LOSE_RESPONSE
    }

    private final Clock clock;
    private final Map<String, Deque<Kind>> next = new HashMap<>();
    private final Map<String, Instant> limited = new HashMap<>();
    private final Map<String, Integer> ignored = new HashMap<>();

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** The next calls of a method fail. */
    public synchronized void next(int calls, String method, Kind kind) {
        Deque<Kind> planned = next.computeIfAbsent(method, key -> new ArrayDeque<>());
        for (int i = 0; i < calls; i++) {
            planned.add(kind);
        }
    }

    /** Each call of a method within this time is answered 429 with Retry-After. */
    public synchronized void rateLimit(String method, Duration time) {
        limited.put(method, clock.instant().plus(time));
    }

    /** How many calls came while Retry-After of an earlier answer had not passed. */
    public synchronized int callsInSpiteOfRetryAfter(String method) {
        return Math.max(0, ignored.getOrDefault(method, 0) - 1);
    }

    /** Nothing fails any more. */
    public synchronized void heal() {
        next.clear();
        limited.clear();
        ignored.clear();
    }

    synchronized Optional<Kind> take(String method) {
        return Optional.ofNullable(next.get(method)).map(Deque::poll);
    }

    /** Whole seconds to wait, when the method is limited. */
    synchronized Optional<Long> retryAfter(String method) {
        Instant until = limited.get(method);
        if (until == null || !until.isAfter(clock.instant())) {
            return Optional.empty();
        }
        ignored.merge(method, 1, Integer::sum);
        return Optional.of(seconds(Duration.between(clock.instant(), until)));
    }

    static long seconds(Duration time) {
        return Math.max(1, (time.toMillis() + 999) / 1_000);
    }
}
