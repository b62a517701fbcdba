package dev.hallm.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 6);

    @Test
    void doublesUpToTheLongestDelay() {
        assertThat(BACKOFF.after(1, 0)).contains(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(2, 0)).contains(Duration.ofSeconds(2));
        assertThat(BACKOFF.after(3, 0)).contains(Duration.ofSeconds(4));
        assertThat(BACKOFF.after(4, 0)).contains(Duration.ofSeconds(8));
        assertThat(BACKOFF.after(5, 0)).contains(Duration.ofSeconds(10));
    }

    @Test
    void takesOffUpToAHalfAtRandom() {
        assertThat(BACKOFF.after(3, 0.5)).contains(Duration.ofSeconds(3));
        assertThat(BACKOFF.after(3, 0.999).orElseThrow())
                .isGreaterThan(Duration.ofSeconds(2))
                .isLessThan(Duration.ofMillis(2010));
    }

    @Test
    void givesUpAtTheLimit() {
        assertThat(BACKOFF.after(6, 0)).isEmpty();
        assertThat(BACKOFF.after(7, 0)).isEmpty();
    }

    @Test
    void staysAtTheLongestDelayHoweverOftenItIsTried() {
        var patient = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 1_000);

        assertThat(patient.after(999, 0)).contains(Duration.ofSeconds(30));
    }

    @Test
    void refusesToTryAtOnceOrNever() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
