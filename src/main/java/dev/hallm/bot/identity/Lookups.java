package dev.hallm.bot.identity;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what platforms said about accounts for 30 s, so that one conversation costs one lookup and a withdrawn role
 * ends soon. Failures are not remembered.
 */
final class Lookups {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Map<ChatAccount, Answer> answers = new ConcurrentHashMap<>();
    private final Clock clock;

    Lookups(Clock clock) {
        this.clock = clock;
    }

    private record Answer(Membership membership, Instant until) {}

    /** Whether the account needs no lookup now. */
    boolean remembers(ChatAccount account) {
        Answer answer = answers.get(account);
        return answer != null && clock.instant().isBefore(answer.until());
    }

    Membership of(ChatAccount account, GroupDirectory directory) {
        Instant now = clock.instant();
        Answer answer = answers.get(account);
        if (answer != null && now.isBefore(answer.until())) {
            return answer.membership();
        }
        Membership fresh = directory.membership(account);
        remember(account, fresh, now);
        return fresh;
    }

    private void remember(ChatAccount account, Membership membership, Instant now) {
        if (membership instanceof Membership.Unavailable) {
            answers.remove(account);
            return;
        }
        if (answers.size() >= MOST) {
            answers.values().removeIf(answer -> !now.isBefore(answer.until()));
        }
        if (answers.size() < MOST) {
            answers.put(account, new Answer(membership, now.plus(KEPT)));
        }
    }
}
