package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way back to one interaction.
 *
 * @param token Discord's secret of it, good for 15 minutes
 * @param at when it arrived, in epoch seconds
 * @param surface what the person used
 */
record Handle(String app, String token, long at, String channel, Surface surface, String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GOOD = Duration.ofMinutes(14);
    private static final Duration YOUNG = Duration.ofSeconds(5);

    /** What an interaction came from, which decides what its original message is. */
    enum Surface {
        COMMAND,
        CLICK,
        /** A form that a command opened. */
        FORM,
        /** A form that a button opened. */
        FORM_OF_MESSAGE;

        /** Whether {@code @original} is the message that was clicked, unless a private answer was announced. */
        boolean hasMessage() {
            return this == CLICK || this == FORM_OF_MESSAGE;
        }
    }

    static Optional<Handle> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Handle.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    /** Whether Discord still takes answers to it, with a minute to spare. */
    boolean isGood(Instant now) {
        return now.isBefore(Instant.ofEpochSecond(at).plus(GOOD));
    }

    /** Whether its first response may still be on its way. */
    boolean isYoung(Instant now) {
        return now.isBefore(Instant.ofEpochSecond(at).plus(YOUNG));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "interaction " + id + " by " + surface;
    }
}
