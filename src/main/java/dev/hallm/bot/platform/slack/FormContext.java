package dev.hallm.bot.platform.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hallm.bot.chat.port.MessageRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form remembers of the interaction that opened it, in its private metadata.
 *
 * @param channel of the clicked message, null when a command opened the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormContext(
        @JsonProperty("h") SlackHandle handle,
        @JsonProperty("c") @Nullable String channel,
        @JsonProperty("m") @Nullable String message) {
    static FormContext of(SlackHandle handle, @Nullable MessageRef clicked) {
        return clicked == null
                ? new FormContext(handle, null, null)
                : new FormContext(handle, clicked.channel(), clicked.message());
    }

    /** Empty when it is not what a form of ours carries. */
    static Optional<FormContext> parse(String metadata, JsonMapper json) {
        try {
            return Optional.of(json.readValue(metadata, FormContext.class)).filter(FormContext::isWhole);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("NullAway") // JSON can leave anything out
    private boolean isWhole() {
        return handle != null && handle.kind() != null;
    }

    @Nullable
    MessageRef clicked() {
        return channel == null || message == null ? null : new MessageRef(SlackSettings.PLATFORM, channel, message);
    }
}
