package dev.hallm.bot.platform.discord.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hidden limit of edits to messages older than an hour. Discord publishes no figures; people who measured it write
 * 3 within 6 seconds for each channel, answered 429 with code 30046.
 */
final class OldEdits {
    private static final Duration OLD = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> edits = new ConcurrentHashMap<>();
    private volatile int most = 3;
    private volatile Duration window = Duration.ofSeconds(6);

    OldEdits(Clock clock) {
        this.clock = clock;
    }

    void limit(int newMost, Duration newWindow) {
        most = newMost;
        window = newWindow;
    }

    /** Counts the edit of an old message, or refuses it. */
    void check(DiscordMessage message) {
        Instant now = clock.instant();
        if (!message.createdAt().plus(OLD).isBefore(now)) {
            return;
        }
        Deque<Instant> recent = edits.computeIfAbsent(message.channel().id(), id -> new ArrayDeque<>());
        recent.removeIf(at -> !at.isAfter(now.minus(window)));
        if (recent.size() >= most) {
            Instant first = recent.isEmpty() ? now : recent.getFirst();
            throw new Refusal(DiscordError.TOO_MANY_OLD_EDITS, Duration.between(now, first.plus(window)));
        }
        recent.add(now);
    }
}
