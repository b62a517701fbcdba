package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Trigger ids: each opens one modal for one person, within three seconds. */
public final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);

    private final Clock clock;
    private final AtomicLong next = new AtomicLong(738_474_920L);
    private final Map<String, Trigger> issued = new ConcurrentHashMap<>();

    private record Trigger(String user, Instant at, boolean used) {}

    Triggers(Clock clock) {
        this.clock = clock;
    }

    /** A new one, valid from now. */
    public String issue(String user) {
        long number = next.incrementAndGet();
        String id = "13345224609." + number + "." + String.format("%032x", number * 0x9E3779B97F4A7C15L);
        issued.put(id, new Trigger(user, clock.instant(), false));
        return id;
    }

    /** Uses it up and says whose it is. */
    String exchange(String id) {
        synchronized (issued) {
            Trigger trigger = issued.get(id);
            if (trigger == null) {
                throw new ApiError("invalid_trigger_id");
            }
            if (trigger.used()) {
                throw new ApiError("exchanged_trigger_id");
            }
            if (trigger.at().plus(LIFE).isBefore(clock.instant())) {
                throw new ApiError("expired_trigger_id");
            }
            issued.put(id, new Trigger(trigger.user(), trigger.at(), true));
            return trigger.user();
        }
    }
}
