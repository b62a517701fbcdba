package dev.hallm.bot.platform.slack;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came of one request to Slack. */
sealed interface SlackAnswer {
    /**
     * It did it.
     *
     * @param scopes what the token may do, as Slack's header lists it; empty where it says nothing
     */
    record Ok(JsonNode body, String scopes) implements SlackAnswer {
        String string(String field) {
            return body.path(field).asString("");
        }
    }

    /** It did not. */
    sealed interface Failure extends SlackAnswer {}

    /** It will not, for the reason that its error code names. */
    record Refused(String error) implements Failure {}

    /** It does so after a while: its limit or our budget for it is spent. */
    record Limited(Duration delay) implements Failure {}

    /** It did not answer sensibly; whether it did anything is not known. */
    record Away(String why) implements Failure {}
}
