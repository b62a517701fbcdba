package dev.hallm.bot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCodeTest {
    @Test
    void isShownInTwoHalvesOfUnambiguousCharacters() {
        for (int n = 0; n < 200; n++) {
            assertThat(LinkCode.random().shown())
                    .matches("[0-9A-Z]{4}-[0-9A-Z]{4}")
                    .doesNotContain("0", "O", "1", "I", "L", "U");
        }
    }

    @Test
    void isAnotherEachTime() {
        assertThat(LinkCode.random().shown()).isNotEqualTo(LinkCode.random().shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7WM-3QXD", "k7wm-3qxd", "K7WM3QXD", " k7wm3qxd "})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(LinkCode.parse(typed).map(LinkCode::shown)).isEqualTo(Optional.of("K7WM-3QXD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "remove", "K7WM-3QX", "K7WM-3QXDD", "K7WM-3QX0", "K7WM-3QXÄ", "<@U0BO>", "ﬀffffff"})
    void isNothingElse(String typed) {
        assertThat(LinkCode.parse(typed)).isEmpty();
    }

    @Test
    void isStoredAsADigestAndNeverWrittenAsText() {
        LinkCode code = LinkCode.random();

        assertThat(code.digest())
                .hasSize(64)
                .isEqualTo(LinkCode.parse(code.shown()).orElseThrow().digest());
        assertThat(code.toString()).doesNotContain(code.shown(), code.shown().replace("-", ""));
    }
}
