package dev.hallm.bot.platform.discord.fake;

import java.nio.charset.StandardCharsets;

/** A file as it was uploaded. */
public final class DiscordFile {
    private final int index;
    private final String name;
    private final byte[] bytes;

    DiscordFile(int index, String name, byte[] bytes) {
        this.index = index;
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** A file that a person hands to a command. */
    public static DiscordFile of(String name, String text) {
        return new DiscordFile(0, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The n of {@code files[n]}. */
    int index() {
        return index;
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
