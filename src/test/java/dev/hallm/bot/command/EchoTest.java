package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoTest {
    @Test
    void shortensWhatIsLongWithoutBreakingACharacter() {
        assertThat(Echo.of("🏠".repeat(70))).isEqualTo("🏠".repeat(60) + "…");
    }

    @Test
    void dropsMarksThatTurnTextAroundOrBreakLines() {
        assertThat(Echo.of("a\u202Eb\u2066c\nd\u0000e\u2028f")).isEqualTo("a b c d e f");
    }
}
