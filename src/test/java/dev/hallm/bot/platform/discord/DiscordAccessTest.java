package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordAccessTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', https://discord.com/api/v10/",
                "https://discord.com/api/v10/, https://discord.com/api/v10/",
                "https://discord.com/api/v10, https://discord.com/api/v10/",
                "https://discord.com/api, https://discord.com/api/v10/",
                "http://proxy:8080/discord/v9, http://proxy:8080/discord/v9/",
            })
    void takesTheBaseAsPeopleWriteIt(String given, String base) {
        assertThat(new DiscordAccess("7", "token", given).api()).isEqualTo(base);
    }

    @Test
    void neverShowsTheToken() {
        assertThat(new DiscordAccess("7", "s3cret", "").toString()).doesNotContain("s3cret");
    }

    @Test
    void aHandleNeverShowsItsToken() {
        Handle handle = new Handle("1", "s3cret", 1_700_000_000L, "3", Handle.Surface.CLICK, "4");

        assertThat(handle.toString()).doesNotContain("s3cret");
        assertThat(Handle.read(handle.write())).contains(handle);
    }

    @Test
    void aHandleThatCannotBeReadIsNone() {
        assertThat(Handle.read("{\"app\":")).isEmpty();
    }
}
