package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack delivers, by whichever way, on its way into the one Bolt app. What is broken is a bad request; what is whole
 * but unknown is acknowledged, because Slack stops delivering when too much fails.
 */
final class Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final Set<String> INTERACTIONS =
            Set.of("block_actions", "view_submission", "view_closed", "block_suggestion");
    private static final Set<String> EVENTS = Set.of("app_mention", "message", "app_home_opened");
    private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());
    private static final String PAYLOAD = "payload=";
    /** Bolt logs the whole body when it sees no command in it. */
    private static final Pattern COMMAND = Pattern.compile("(?:^|&)command=[^&=]");

    private final App app;
    private final SlackRequestParser parser;
    private final JsonMapper json;

    Inbound(App app, JsonMapper json) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.json = json;
    }

    /** The body of a request whose signature was right. */
    Response http(String body) {
        try {
            String start = body.stripLeading();
            if (start.startsWith("{")) {
                return payload(json.readTree(body));
            }
            return start.startsWith(PAYLOAD) ? payload(json.readTree(decoded(start))) : command(body);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.debug("a broken body: {}", e.getClass().getSimpleName());
            return Response.error(Answers.BAD_REQUEST);
        }
    }

    private static String decoded(String form) {
        int end = form.indexOf('&');
        return URLDecoder.decode(
                form.substring(PAYLOAD.length(), end < 0 ? form.length() : end), StandardCharsets.UTF_8);
    }

    private Response command(String form) {
        return COMMAND.matcher(form).find()
                ? parsed(form, false).map(this::run).orElseGet(Response::ok)
                : Response.error(Answers.BAD_REQUEST);
    }

    /** What an event, an interaction or a socket's envelope carries. */
    Response payload(JsonNode payload) {
        if (!(payload instanceof ObjectNode whole)) {
            return Response.error(Answers.BAD_REQUEST);
        }
        if (!isKnown(whole)) {
            LOG.debug("nothing is done about {}", whole.path("type").asString("what has no type"));
            return Response.ok();
        }
        shorten(whole);
        return parsed(json.writeValueAsString(whole), true).map(this::run).orElseGet(Response::ok);
    }

    private static boolean isKnown(ObjectNode payload) {
        String type = payload.path("type").asString("");
        return INTERACTIONS.contains(type)
                || type.equals("url_verification")
                || (type.equals("event_callback")
                        && EVENTS.contains(payload.path("event").path("type").asString("")))
                || payload.hasNonNull("command");
    }

    /** Content that is never read, and that the library's models may not know. */
    private static void shorten(ObjectNode payload) {
        payload.remove("message");
        for (String holder : Set.of("view", "event")) {
            if (payload.path(holder) instanceof ObjectNode object) {
                object.remove("blocks");
                object.remove("attachments");
            }
        }
    }

    private Optional<Request<?>> parsed(String body, boolean isJson) {
        var raw = SlackRequestParser.HttpRequest.builder()
                .requestUri("")
                .queryString(Map.of())
                .requestBody(body)
                .headers(NO_HEADERS)
                .remoteAddress("")
                .socketMode(isJson)
                .build();
        try {
            return Optional.ofNullable(parser.parse(raw));
        } catch (RuntimeException e) {
            LOG.debug("a shape that is not known: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Response run(Request<?> request) {
        try {
            Response response = app.run(request);
            return response.getStatusCode() == 404 ? Response.ok() : response;
        } catch (Exception e) {
            LOG.error("a delivery could not be taken", e);
            return Response.error(Answers.SERVER_ERROR);
        }
    }
}
