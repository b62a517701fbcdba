package dev.hallm.bot.platform.slack.fake;

import java.io.Serial;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in Slack's words, with what response_metadata.messages explains. */
final class ApiError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient ObjectNode more;

    ApiError(String error) {
        this(error, Json.object());
    }

    ApiError(String error, List<String> messages) {
        this(error, explained(messages));
    }

    ApiError(String error, ObjectNode more) {
        super(error + " " + more);
        this.error = error;
        this.more = more;
    }

    String error() {
        return error;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("ok", false).put("error", error);
        json.setAll(more);
        return json;
    }

    private static ObjectNode explained(List<String> messages) {
        ObjectNode more = Json.object();
        var errors = more.putArray("errors");
        var words = more.putObject("response_metadata").putArray("messages");
        messages.forEach(message -> {
            errors.add(message);
            words.add("[ERROR] " + message);
        });
        return more;
    }
}
