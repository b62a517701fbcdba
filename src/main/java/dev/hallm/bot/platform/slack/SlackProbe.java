package dev.hallm.bot.platform.slack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Asks Slack's Web API for {@code doctor}: small, apart from the client that does the work, and with the answer's headers,
 * which tell scopes and time. Holds the credentials and never shows them.
 */
@Component
class SlackProbe {
    /** The error of a call that got no answer. */
    static final String SILENT = "no_answer";

    private static final String DEFAULT_ADDRESS = "https://slack.com/api/";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);

    private final String address;
    private final String botToken;
    private final String appToken;
    private final boolean signed;
    private final JsonMapper json;
    private final RestClient http;

    SlackProbe(
            @Value("${SLACK_API_URL:}") String address,
            @Value("${SLACK_BOT_TOKEN:}") String botToken,
            @Value("${SLACK_APP_TOKEN:}") String appToken,
            @Value("${SLACK_SIGNING_SECRET:}") String signingSecret,
            JsonMapper json) {
        String wanted = address.isBlank() ? DEFAULT_ADDRESS : address.strip();
        this.address = wanted.endsWith("/") ? wanted : wanted + "/";
        this.botToken = botToken.strip();
        this.appToken = appToken.strip();
        this.signed = !signingSecret.isBlank();
        this.json = json;
        this.http = client();
    }

    private static RestClient client() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        return RestClient.builder().requestFactory(requests).build();
    }

    /**
     * An answer.
     *
     * @param error Slack's word for what went wrong, empty when nothing did
     */
    record Reply(String error, JsonNode body, HttpHeaders headers) {
        boolean ok() {
            return error.isEmpty();
        }
    }

    String address() {
        return address;
    }

    boolean hasBotToken() {
        return !botToken.isEmpty();
    }

    boolean hasAppToken() {
        return !appToken.isEmpty();
    }

    boolean hasSigningSecret() {
        return signed;
    }

    SlackTokenKind botTokenKind() {
        return SlackTokenKind.of(botToken);
    }

    SlackTokenKind appTokenKind() {
        return SlackTokenKind.of(appToken);
    }

    /** Calls a method as the bot. */
    Reply asBot(String method, Map<String, String> arguments) {
        return call(method, botToken, arguments);
    }

    /** Calls a method as the app. */
    Reply asApp(String method) {
        return call(method, appToken, Map.of());
    }

    private Reply call(String method, String token, Map<String, String> arguments) {
        var form = new LinkedMultiValueMap<String, String>();
        arguments.forEach(form::add);
        try {
            return http.post()
                    .uri(address + method)
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchangeForRequiredValue((request, response) -> read(response));
        } catch (ResourceAccessException _) {
            return new Reply(SILENT, JsonNodeFactory.instance.objectNode(), new HttpHeaders());
        }
    }

    private Reply read(ClientHttpResponse response) throws IOException {
        String text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            JsonNode body = json.readTree(text);
            boolean ok = body.path("ok").asBoolean(false);
            String error = body.path("error")
                    .asString("http_" + response.getStatusCode().value());
            return new Reply(ok ? "" : error, body, response.getHeaders());
        } catch (JacksonException _) {
            String error = "http_" + response.getStatusCode().value();
            return new Reply(error, JsonNodeFactory.instance.objectNode(), response.getHeaders());
        }
    }
}
