package dev.hallm.bot.platform.slack.fake;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A request that the bot made, and how it ended: {@code ok}, Slack's error, or the fault that was injected. */
public record ApiCall(String method, ObjectNode arguments, Instant at, String outcome) {
    public String text(String argument) {
        return Json.text(arguments, argument);
    }
}
