package dev.hallm.bot.platform.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way back to one interaction, short enough to travel through a form's metadata. Whoever has the {@code response_url}
 * can write in the bot's name: it is never logged.
 *
 * @param channel where it happened, null on the home
 * @param thread the thread to answer in, null outside of one
 * @param at when it happened, in seconds
 * @param ephemeral whether the clicked message is one that only its reader sees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlackHandle(
        @JsonProperty("k") Kind kind,
        @JsonProperty("u") @Nullable String responseUrl,
        @JsonProperty("c") @Nullable String channel,
        @JsonProperty("t") @Nullable String thread,
        @JsonProperty("s") long at,
        @JsonProperty("e") boolean ephemeral) {
    /** A response_url takes answers for 30 minutes; the last one is left to the way there. */
    private static final Duration OPEN = Duration.ofMinutes(29);

    /** What the person did. */
    enum Kind {
        COMMAND,
        CLICK,
        SUBMISSION,
        MENTION,
        DIRECT,
        HOME
    }

    static SlackHandle parse(String text, JsonMapper json) {
        return json.readValue(text, SlackHandle.class);
    }

    String write(JsonMapper json) {
        return json.writeValueAsString(this);
    }

    /** The {@code response_url}, null when there is none or its time is over. */
    @Nullable
    String usableUrl(Instant now) {
        boolean open = now.isBefore(Instant.ofEpochSecond(at).plus(OPEN));
        return open ? responseUrl : null;
    }

    /** The channel, null when it is one of direct messages or none. */
    @Nullable
    String publicChannel() {
        return channel == null || channel.startsWith("D") ? null : channel;
    }

    /** The same for what is sent from a form that this opened. */
    SlackHandle submitted() {
        return new SlackHandle(kind == Kind.HOME ? kind : Kind.SUBMISSION, responseUrl, channel, thread, at, ephemeral);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SlackHandle[" + kind + " at " + at + "]";
    }
}
