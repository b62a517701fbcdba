package dev.hallm.bot.platform.discord.fake;

import java.nio.charset.StandardCharsets;

/** A file as it was uploaded; {@code index} is the n of {@code files[n]}. */
public record DiscordFile(int index, String name, byte[] bytes) {

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
