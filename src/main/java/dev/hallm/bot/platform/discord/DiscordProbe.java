package dev.hallm.bot.platform.discord;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads from Discord's REST API for {@code doctor}, without a gateway. Holds the token and never shows it. */
@Component
class DiscordProbe {
    /** The status of a call that got no answer. */
    static final int SILENT = 0;

    private static final String DEFAULT_ADDRESS = "https://discord.com/api/v10/";
    private static final Pattern BOT_TOKEN =
            Pattern.compile("[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]{10,}");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);

    private final String address;
    private final String token;
    private final JsonMapper json;
    private final RestClient http;

    DiscordProbe(
            @Value("${DISCORD_API_URL:}") String address, @Value("${DISCORD_TOKEN:}") String token, JsonMapper json) {
        String wanted = address.isBlank() ? DEFAULT_ADDRESS : address.strip();
        this.address = wanted.endsWith("/") ? wanted : wanted + "/";
        this.token = token.strip();
        this.json = json;
        this.http = client();
    }

    private static RestClient client() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        return RestClient.builder().requestFactory(requests).build();
    }

    /** An answer; a body that is no JSON is an empty one. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        boolean ok() {
            return status == 200;
        }

        boolean silent() {
            return status == SILENT || status >= 500;
        }
    }

    String address() {
        return address;
    }

    boolean hasToken() {
        return !token.isEmpty();
    }

    boolean looksLikeBotToken() {
        return BOT_TOKEN.matcher(token).matches();
    }

    /** What was pasted instead, as far as it can be told. */
    String otherKind() {
        if (token.startsWith("Bot ") || token.startsWith("Bearer ")) {
            return "it begins with the word " + token.substring(0, token.indexOf(' '));
        }
        if (token.matches("[0-9]{15,20}")) {
            return "it is an id";
        }
        return token.matches("[A-Za-z0-9_-]{32}") ? "it is a client secret" : "it has not the three parts of one";
    }

    Reply get(String path) {
        try {
            return http.get()
                    .uri(address + path)
                    .header(HttpHeaders.AUTHORIZATION, "Bot " + token)
                    .header(HttpHeaders.USER_AGENT, "DiscordBot (https://github.com/ha-llm/ha-llm-bot, 0)")
                    .exchangeForRequiredValue((request, response) -> read(response));
        } catch (ResourceAccessException _) {
            return new Reply(SILENT, JsonNodeFactory.instance.objectNode(), new HttpHeaders());
        }
    }

    private Reply read(ClientHttpResponse response) throws IOException {
        String text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = response.getStatusCode().value();
        try {
            return new Reply(status, json.readTree(text), response.getHeaders());
        } catch (JacksonException _) {
            return new Reply(status, JsonNodeFactory.instance.objectNode(), response.getHeaders());
        }
    }
}
