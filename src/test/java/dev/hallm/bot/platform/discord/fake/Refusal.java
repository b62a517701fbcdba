package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Ends the handling of a request with one of Discord's errors. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiscordError error;
    private final transient @Nullable ObjectNode errors;
    private final @Nullable Duration retryAfter;

    Refusal(DiscordError error) {
        this(error, null, null);
    }

    Refusal(DiscordError error, ObjectNode errors) {
        this(error, errors, null);
    }

    /** One that ends by itself after a while. */
    Refusal(DiscordError error, Duration retryAfter) {
        this(error, null, retryAfter);
    }

    private Refusal(DiscordError error, @Nullable ObjectNode errors, @Nullable Duration retryAfter) {
        super(error.code() + " " + error.message() + (errors == null ? "" : " " + errors));
        this.error = error;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    DiscordError error() {
        return error;
    }

    RestAnswer answer() {
        ObjectNode body = Json.object().put("message", error.message()).put("code", error.code());
        if (errors != null) {
            body.set("errors", errors);
        }
        if (retryAfter == null) {
            return RestAnswer.json(error.status(), body);
        }
        body.put("retry_after", RateLimits.seconds(retryAfter)).put("global", false);
        return RestAnswer.json(error.status(), body).with(RateLimits.retryAfter(retryAfter, "user"));
    }
}
