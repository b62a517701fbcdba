package dev.hallm.bot.platform.discord;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Members as their last interaction showed them, for the question that follows it at once. */
final class MembersSeen {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 2_000;

    private final Map<String, Seen> byUser = new ConcurrentHashMap<>();
    private final Clock clock;

    MembersSeen(Clock clock) {
        this.clock = clock;
    }

    private record Seen(Membership membership, Instant until) {}

    void saw(String user, Membership membership) {
        Instant now = clock.instant();
        if (byUser.size() >= MOST) {
            byUser.values().removeIf(seen -> !now.isBefore(seen.until()));
        }
        if (byUser.size() < MOST) {
            byUser.put(user, new Seen(membership, now.plus(KEPT)));
        }
    }

    Optional<Membership> find(String user) {
        return Optional.ofNullable(byUser.get(user))
                .filter(seen -> clock.instant().isBefore(seen.until()))
                .map(Seen::membership);
    }
}
