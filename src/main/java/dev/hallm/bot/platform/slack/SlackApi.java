package dev.hallm.bot.platform.slack;

import com.slack.api.util.http.SlackHttpClient;
import dev.hallm.bot.chat.port.Urgency;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks Slack, within its limits, and says what came of it; never throws for what Slack or the way to it may do. All goes
 * as forms and raw JSON, because the library's models know only some blocks.
 */
final class SlackApi {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Duration UNNAMED_WAIT = Duration.ofSeconds(30);
    private static final int IDLE_CONNECTIONS = 8;
    private static final long IDLE_SECONDS = 30;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final Set<String> LIMITS = Set.of("ratelimited", "rate_limited");
    private static final Set<String> OUTAGES =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    private final SlackAccess access;
    private final MethodBudgets budgets;
    private final JsonMapper json;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(LONGEST_CALL)
            .connectTimeout(LONGEST_CONNECT)
            .followRedirects(false)
            .retryOnConnectionFailure(false) // what may have arrived is not sent again behind our back
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
            .build();
    private final SlackHttpClient slack = new SlackHttpClient(http);

    SlackApi(SlackAccess access, MethodBudgets budgets, JsonMapper json) {
        this.access = access;
        this.budgets = budgets;
        this.json = json;
    }

    /** Calls a method as the bot. */
    SlackAnswer call(String method, Map<String, String> arguments) {
        return call(method, arguments, Urgency.FINAL);
    }

    /** Calls a method as the bot; progress leaves a part of the budget to what is final. */
    SlackAnswer call(String method, Map<String, String> arguments, Urgency urgency) {
        if (!access.canSend()) {
            return new SlackAnswer.Away("there is no bot token");
        }
        Optional<Duration> wait = budgets.take(method, urgency);
        return wait.isPresent() ? new SlackAnswer.Limited(wait.get()) : call(method, arguments, access.botToken());
    }

    /** A new address of the socket, opened by the app's own token. */
    SlackAnswer openConnection() {
        return call("apps.connections.open", Map.of(), access.appToken());
    }

    private SlackAnswer call(String method, Map<String, String> arguments, String token) {
        var form = new FormBody.Builder();
        arguments.forEach(form::add);
        try (Response response = slack.postFormWithBearerHeader(access.apiUrl() + method, token, form.build())) {
            SlackAnswer answer = readMethod(response);
            if (answer instanceof SlackAnswer.Limited(Duration delay)) {
                LOG.warn("Slack wants no more {} for {} s", method, delay.toSeconds());
                budgets.close(method, delay);
            }
            return answer;
        } catch (IOException e) {
            return away(method, e);
        } catch (IllegalArgumentException e) {
            return away("SLACK_API_URL or a token", e);
        }
    }

    private SlackAnswer readMethod(Response response) throws IOException {
        if (response.code() == TOO_MANY_REQUESTS) {
            return new SlackAnswer.Limited(wait(response));
        }
        JsonNode body = parse(response.body().string());
        if (response.code() >= SERVER_ERROR || !body.path("ok").isBoolean()) {
            return new SlackAnswer.Away("Slack answered " + response.code() + " without sense");
        }
        return body.path("ok").asBoolean()
                ? new SlackAnswer.Ok(body, scopes(response))
                : failure(body.path("error").asString("unknown_error"), response);
    }

    private static SlackAnswer.Failure failure(String error, Response response) {
        if (LIMITS.contains(error)) {
            return new SlackAnswer.Limited(wait(response));
        }
        return OUTAGES.contains(error) ? new SlackAnswer.Away(error) : new SlackAnswer.Refused(error);
    }

    /** Posts to an interaction's {@code response_url}, which needs no token and is itself a secret. */
    SlackAnswer respond(String url, ObjectNode message) {
        return post(url, RequestBody.create(json.writeValueAsBytes(message), JSON));
    }

    /** Posts a file's content where {@code files.getUploadURLExternal} said. */
    SlackAnswer upload(String url, byte[] content) {
        return post(url, RequestBody.create(content, BYTES));
    }

    private SlackAnswer post(String url, RequestBody body) {
        HttpUrl target = HttpUrl.parse(url);
        if (target == null) {
            return new SlackAnswer.Refused("invalid_url");
        }
        try (Response response = http.newCall(
                        new Request.Builder().url(target).post(body).build())
                .execute()) {
            return readPost(response);
        } catch (IOException e) {
            return away("an address that Slack gave", e);
        }
    }

    private SlackAnswer readPost(Response response) throws IOException {
        if (response.code() == TOO_MANY_REQUESTS) {
            return new SlackAnswer.Limited(wait(response));
        }
        if (response.code() >= SERVER_ERROR) {
            return new SlackAnswer.Away("Slack answered " + response.code());
        }
        JsonNode body = parse(response.body().string());
        boolean refused = body.path("ok").isBoolean() && !body.path("ok").asBoolean();
        return response.isSuccessful() && !refused
                ? new SlackAnswer.Ok(body, "")
                : failure(body.path("error").asString("http_" + response.code()), response);
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            return json.createObjectNode();
        }
    }

    private static String scopes(Response response) {
        String scopes = response.header("x-oauth-scopes");
        return scopes == null ? "" : scopes;
    }

    private static Duration wait(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)))
                : UNNAMED_WAIT;
    }

    /** Without the exception's message, which may name an address that is a secret. */
    private static SlackAnswer away(String what, Exception e) {
        return new SlackAnswer.Away(what + " was not reached: " + e.getClass().getSimpleName());
    }

    /** Ends idle connections, so that nothing outlives the bot. */
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
