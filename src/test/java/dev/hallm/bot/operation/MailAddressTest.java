package dev.hallm.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", "a.b+c@sub.example.co", "x@a-b.org"})
    void takesAddresses(String text) {
        assertThat(MailAddress.parse(text)).contains(new MailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.com",
                "ana@example",
                "ana@example..com",
                ".ana@example.com",
                "ana.@example.com",
                "a..b@example.com",
                "ana@example.com\nBcc: all@example.com",
                "Ana <ana@example.com>",
                "ana@example.com, bo@example.com",
                "ana@-example.com",
                "a@b@example.com",
            })
    void refusesEverythingElse(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesALocalPartThatIsTooLong() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    }

    @Test
    void isReadFromOperationsThatHaveNone() {
        String before = JsonMapper.shared()
                .writerFor(Operation.class)
                .writeValueAsString(Samples.provision("ada"))
                .replaceAll(",?\"mail\":null", "");

        assertThat(JsonMapper.shared().readValue(before, Operation.class)).isEqualTo(Samples.provision("ada"));
    }
}
