package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.response.Response;
import java.util.Map;

/** Acknowledgements that carry something. */
final class Answers {
    static final int BAD_REQUEST = 400;
    static final int SERVER_ERROR = 500;

    private Answers() {}

    /** Only the person who typed the command sees it. */
    static Response ephemeral(String text) {
        return Response.json(200, Map.of("response_type", "ephemeral", "text", Fallback.of(text)));
    }

    /** Keeps a form open with a problem at one of its inputs. */
    static Response problem(String block, String text) {
        return Response.json(200, Map.of("response_action", "errors", "errors", Map.of(block, text)));
    }
}
