package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearTest {
    private static final List<String> SIZES = List.of("small", "standard", "broken");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Near.to("smal", SIZES)).containsExactly("small");
        assertThat(Near.to("Standart", SIZES)).containsExactly("standard");
    }

    @Test
    void findsNothingForSomethingElse() {
        assertThat(Near.to("gigantic", SIZES)).isEmpty();
    }

    @Test
    void givesThreeAtMost() {
        assertThat(Near.to("a", List.of("a1", "a2", "a3", "a4"))).hasSize(3);
    }
}
