package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process may ask of each method of the Web API, over all cards and people: Slack's tier a minute, and nothing
 * while Slack said to wait. A fifth of the edits is kept for final states.
 */
final class MethodBudgets {
    private static final int TIER_2 = 20;
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;
    private static final int ABOVE_TIERS = 600;
    private static final Map<String, Integer> A_MINUTE = Map.of(
            "auth.test", ABOVE_TIERS,
            "chat.postMessage", ABOVE_TIERS,
            "chat.postEphemeral", TIER_4,
            "users.info", TIER_4,
            "views.open", TIER_4,
            "views.publish", TIER_4,
            "files.getUploadURLExternal", TIER_4,
            "files.completeUploadExternal", TIER_4,
            "usergroups.users.list", TIER_2);

    private final Clock clock;
    private final Map<String, MinuteWindow> windows = new ConcurrentHashMap<>();

    MethodBudgets(Clock clock) {
        this.clock = clock;
    }

    /** Takes one call; else how long to wait for one. */
    Optional<Duration> take(String method, Urgency urgency) {
        boolean mayUseReserve = urgency == Urgency.FINAL || !method.equals("chat.update");
        return window(method).take(clock.instant(), mayUseReserve ? 0 : TIER_3 / 5);
    }

    /** Slack wants no more of this for a while. */
    void close(String method, Duration wait) {
        Instant until = clock.instant().plus(wait);
        window(method).close(until);
    }

    private MinuteWindow window(String method) {
        return windows.computeIfAbsent(method, name -> new MinuteWindow(A_MINUTE.getOrDefault(name, TIER_3)));
    }
}
