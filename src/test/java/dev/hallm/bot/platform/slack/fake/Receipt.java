package dev.hallm.bot.platform.slack.fake;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How a delivery ended: status 0 when no answer came at all. Over the socket an acknowledgement counts as 200. */
public record Receipt(Delivery delivery, int status, String body, Duration latency) {
    /** How long Slack waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Whether Slack takes it as acknowledged. */
    public boolean acknowledged() {
        return status >= 200 && status < 300 && latency.compareTo(PATIENCE) <= 0;
    }

    /** The body as JSON; missing when it is none. */
    public JsonNode json() {
        return Json.parse(body);
    }
}
