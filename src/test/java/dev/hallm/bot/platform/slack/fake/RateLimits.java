package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Slack's documented limits, off until a test wants them. */
final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BURST = Duration.ofSeconds(4);
    private static final int BURST_SIZE = 4;
    private static final int TIER_2 = 20;
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;
    private static final Map<String, Integer> A_MINUTE = Map.ofEntries(
            Map.entry("chat.update", TIER_3),
            Map.entry("chat.delete", TIER_3),
            Map.entry("chat.postEphemeral", TIER_4),
            Map.entry("conversations.open", TIER_3),
            Map.entry("conversations.info", TIER_3),
            Map.entry("conversations.history", TIER_3),
            Map.entry("conversations.replies", TIER_3),
            Map.entry("conversations.list", TIER_2),
            Map.entry("users.info", TIER_4),
            Map.entry("users.list", TIER_2),
            Map.entry("usergroups.list", TIER_2),
            Map.entry("usergroups.users.list", TIER_2),
            Map.entry("views.open", TIER_4),
            Map.entry("views.push", TIER_4),
            Map.entry("views.update", TIER_4),
            Map.entry("views.publish", TIER_4),
            Map.entry("bots.info", TIER_3),
            Map.entry("files.info", TIER_4),
            Map.entry("files.getUploadURLExternal", TIER_4),
            Map.entry("files.completeUploadExternal", TIER_4),
            Map.entry("team.info", TIER_3));

    private final Clock clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private volatile boolean on;

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    void enforce(boolean enforced) {
        on = enforced;
    }

    /** Whole seconds to wait when this call is one too many. */
    Optional<Long> exceeded(ApiRequest request) {
        if (!on) {
            return Optional.empty();
        }
        if (request.method().equals("chat.postMessage")) {
            return exceeded("chat.postMessage " + request.text("channel"), BURST_SIZE, BURST);
        }
        Integer most = A_MINUTE.get(request.method());
        return most == null ? Optional.empty() : exceeded(request.method(), most, MINUTE);
    }

    private synchronized Optional<Long> exceeded(String key, int most, Duration window) {
        Instant now = clock.instant();
        Deque<Instant> calls = recent.computeIfAbsent(key, any -> new ArrayDeque<>());
        while (!calls.isEmpty() && !calls.getFirst().plus(window).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= most) {
            return Optional.of(
                    Faults.seconds(Duration.between(now, calls.getFirst().plus(window))));
        }
        calls.addLast(now);
        return Optional.empty();
    }
}
