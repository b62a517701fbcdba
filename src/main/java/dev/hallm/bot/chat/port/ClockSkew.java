package dev.hallm.bot.chat.port;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * How far this machine's clock is from a platform's, by the {@code Date} of an answer: notable from a minute, fatal beyond
 * the five minutes after which signatures and interactions count as expired.
 *
 * @param notable code of a skew that does no harm yet, and of none
 * @param fatal code of one that does
 */
public record ClockSkew(String notable, String fatal) {
    private static final Duration NOTABLE = Duration.ofSeconds(60);
    private static final Duration FATAL = Duration.ofMinutes(5);

    /** What an answer tells; nothing when it has no date. */
    public List<Finding> findings(HttpHeaders headers, Clock clock) {
        long date = headers.getDate();
        if (date < 0) {
            return List.of();
        }
        Duration skew =
                Duration.between(Instant.ofEpochMilli(date), clock.instant()).abs();
        if (skew.compareTo(NOTABLE) <= 0) {
            return List.of(Finding.fine(notable));
        }
        return List.of(Finding.of(skew.compareTo(FATAL) > 0 ? fatal : notable, "seconds", skew.toSeconds()));
    }
}
