package dev.hallm.bot.platform.discord.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Ends the handling of a request with one of Discord's errors. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiscordError error;
    private final transient @Nullable ObjectNode errors;

    Refusal(DiscordError error) {
        this(error, null);
    }

    Refusal(DiscordError error, @Nullable ObjectNode errors) {
        super(error.code() + " " + error.message() + (errors == null ? "" : " " + errors));
        this.error = error;
        this.errors = errors;
    }

    DiscordError error() {
        return error;
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("message", error.message()).put("code", error.code());
        if (errors != null) {
            body.set("errors", errors);
        }
        return body;
    }
}
