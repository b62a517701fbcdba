package dev.hallm.bot.platform.slack.fake;

import tools.jackson.databind.node.ObjectNode;

/** Something that Slack delivers to the bot; a retry has the same payload, event id and trigger id. */
public record Delivery(Kind kind, ObjectNode payload, int retry, String retryReason) {
    /** What it is, which decides how it travels. */
    public enum Kind {
        COMMAND,
        EVENT,
        INTERACTION
    }

    static Delivery first(Kind kind, ObjectNode payload) {
        return new Delivery(kind, payload, 0, "");
    }

    /** The same once more, as Slack repeats an event: {@code http_timeout}, {@code http_error} and so on. */
    public Delivery again(int number, String reason) {
        return new Delivery(kind, payload, number, reason);
    }
}
