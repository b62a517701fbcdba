package dev.hallm.bot.platform.discord;

import java.time.Duration;

/**
 * How leadership changes hands: after a kill the lease runs out, a candidate finds out and connects, all within 5 s.
 *
 * @param lease how long a leader is one without saying so again
 * @param extend how often it says so
 * @param candidacy how often the others ask
 */
record LeaderSettings(Duration lease, Duration extend, Duration candidacy) {
    static final LeaderSettings DEFAULT =
            new LeaderSettings(Duration.ofMillis(3_000), Duration.ofMillis(900), Duration.ofMillis(500));
}
