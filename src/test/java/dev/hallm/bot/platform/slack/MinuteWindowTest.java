package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** So many uses in any sixty seconds. */
class MinuteWindowTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final MinuteWindow window = new MinuteWindow(3);

    @Test
    void tellsHowLongToWait() {
        window.take(NOW, 0);
        window.take(NOW.plusSeconds(10), 0);
        window.take(NOW.plusSeconds(20), 0);

        assertThat(window.take(NOW.plusSeconds(30), 0)).contains(Duration.ofSeconds(30));
        assertThat(window.take(NOW.plusSeconds(60), 0)).isEmpty();
        assertThat(window.take(NOW.plusSeconds(60), 0)).contains(Duration.ofSeconds(10));
    }

    @Test
    void leavesTheReserve() {
        window.take(NOW, 1);
        window.take(NOW.plusSeconds(10), 1);

        assertThat(window.take(NOW.plusSeconds(30), 1)).contains(Duration.ofSeconds(30));
        assertThat(window.take(NOW.plusSeconds(30), 0)).isEmpty();
        assertThat(window.take(NOW.plusSeconds(60), 1)).contains(Duration.ofSeconds(10));
    }

    @Test
    void isClosedAsLongAsSlackSays() {
        window.close(NOW.plusSeconds(17));
        window.close(NOW.plusSeconds(5));

        assertThat(window.take(NOW, 0)).contains(Duration.ofSeconds(17));
        assertThat(window.take(NOW.plusSeconds(17), 0)).isEmpty();
    }
}
