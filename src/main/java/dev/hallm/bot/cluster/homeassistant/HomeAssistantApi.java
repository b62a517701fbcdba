package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Home Assistant's HTTP API, as far as its first visitor needs it. An answer that makes no sense is an IOException. */
final class HomeAssistantApi {
    static final String USER = "user";
    static final JsonMapper JSON = JsonMapper.shared();

    /** Home Assistant knows its clients by a URL, and sends them back to one below it. */
    private static final String CLIENT = "http://home-assistant:8123/";

    /** The provider of accounts with a password, and its id. */
    private static final List<@Nullable String> PASSWORDS = Arrays.asList("homeassistant", null);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI base;

    HomeAssistantApi(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** What came of making the owner's account. */
    sealed interface Created {
        /** It is there; the code is good for one token. */
        record Owner(String code) implements Created {}

        /** There was one before. */
        record AlreadyThere() implements Created {}

        /** Home Assistant does not take it. */
        record Rejected(int status) implements Created {}
    }

    /** Secrets of one visit; {@code toString} hides them. */
    record Token(String access, String refresh) {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    private record Answer(int status, JsonNode body) {}

    /** Steps of the onboarding that nobody has done; empty when Home Assistant has no such list. */
    Optional<Set<String>> openSteps() throws IOException, InterruptedException {
        Answer answer = send(request("/api/onboarding").GET().build());
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_OK -> Optional.of(open(answer.body()));
            case HttpURLConnection.HTTP_NOT_FOUND -> Optional.empty();
            default -> throw unexpected("/api/onboarding", answer);
        };
    }

    private static Set<String> open(JsonNode steps) {
        return steps.valueStream()
                .filter(step -> !step.path("done").asBoolean(false))
                .map(step -> step.path("step").asString(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Makes the first account, which becomes the owner's. */
    Created createOwner(FirstLogin login) throws IOException, InterruptedException {
        Answer answer = postJson(
                "/api/onboarding/users",
                Map.of(
                        "client_id", CLIENT,
                        "name", login.user(),
                        "username", login.user(),
                        "password", login.password(),
                        "language", "en"));
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_OK -> new Created.Owner(text(answer, "auth_code"));
            case HttpURLConnection.HTTP_FORBIDDEN -> new Created.AlreadyThere();
            case HttpURLConnection.HTTP_BAD_REQUEST -> new Created.Rejected(answer.status());
            default -> throw unexpected("/api/onboarding/users", answer);
        };
    }

    /** A code for one token, or nothing when the password is wrong. */
    Optional<String> logIn(FirstLogin login) throws IOException, InterruptedException {
        Answer flow = postJson(
                "/auth/login_flow",
                Map.of(
                        "client_id", CLIENT,
                        "handler", PASSWORDS,
                        "redirect_uri", CLIENT));
        String id = text(flow, "flow_id");
        Answer end = postJson(
                "/auth/login_flow/" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                Map.of("client_id", CLIENT, "username", login.user(), "password", login.password()));
        return "create_entry".equals(end.body().path("type").asString(""))
                ? Optional.of(text(end, "result"))
                : Optional.empty();
    }

    Token token(String code) throws IOException, InterruptedException {
        Answer answer =
                postForm("/auth/token", Map.of("grant_type", "authorization_code", "code", code, "client_id", CLIENT));
        return new Token(text(answer, "access_token"), text(answer, "refresh_token"));
    }

    /** Ends the visit. */
    void revoke(Token token) throws IOException, InterruptedException {
        postForm("/auth/revoke", Map.of("token", token.refresh()));
    }

    /** Does one step as the owner; what it answers says little. */
    void finish(String step, Token token) throws IOException, InterruptedException {
        send(request("/api/onboarding/" + URLEncoder.encode(step, StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + token.access())
                .header("Content-Type", "application/json")
                .POST(json(Map.of("client_id", CLIENT, "redirect_uri", CLIENT)))
                .build());
    }

    /** Opens the websocket API as the owner. */
    HomeAssistantSocket socket(Token token) throws IOException, InterruptedException {
        return HomeAssistantSocket.connect(http, base, token.access());
    }

    private Answer postJson(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(json(body))
                .build());
    }

    private Answer postForm(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), parsed(response.body()));
    }

    /** Errors come as plain text too. */
    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static String text(Answer answer, String field) throws IOException {
        String text = answer.body().path(field).asString("");
        if (text.isEmpty()) {
            throw unexpected(field, answer);
        }
        return text;
    }

    /** Never with the body, which may hold a secret. */
    private static IOException unexpected(String what, Answer answer) {
        return new IOException(what + ": unexpected answer " + answer.status());
    }
}
