package dev.hallm.bot.cluster.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelmWordsTest {
    @Test
    void putsALongErrorOnOneShortLine() {
        String words = HelmWords.of(new IllegalStateException("values don't meet\nthe schema: " + "x".repeat(500)));

        assertThat(words)
                .startsWith("values don't meet the schema: xxx")
                .endsWith("…")
                .hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer s3cr3t-value",
                "token: s3cr3t-value",
                "password=\"s3cr3t-value\"",
                "eyJhbGciOiJSUzI1NiIs.s3cr3t-value-of-a-token"
            })
    void hidesWhatMayBeACredential(String text) {
        assertThat(HelmWords.of(new IllegalStateException("it failed: " + text)))
                .doesNotContain("s3cr3t");
    }
}
