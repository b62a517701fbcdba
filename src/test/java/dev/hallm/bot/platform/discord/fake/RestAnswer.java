package dev.hallm.bot.platform.discord.fake;

import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a request gets back; with a fault the connection breaks instead. */
final class RestAnswer {
    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;
    private final int code;
    private final @Nullable Fault fault;

    private RestAnswer(
            int status, String type, byte[] body, Map<String, String> headers, int code, @Nullable Fault fault) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.code = code;
        this.fault = fault;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Discord's own code of an error, or 0. */
    int code() {
        return code;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    static RestAnswer ok(JsonNode body) {
        return json(200, body);
    }

    static RestAnswer json(int status, JsonNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return new RestAnswer(status, "application/json", bytes, Map.of(), status < 400 ? 0 : code(body), null);
    }

    static RestAnswer none() {
        return new RestAnswer(204, "", new byte[0], Map.of(), 0, null);
    }

    static RestAnswer file(byte[] bytes) {
        return new RestAnswer(200, "application/octet-stream", bytes, Map.of(), 0, null);
    }

    static RestAnswer html(int status, String text) {
        return new RestAnswer(status, "text/html", text.getBytes(StandardCharsets.UTF_8), Map.of(), 0, null);
    }

    static RestAnswer broken(Fault fault) {
        return new RestAnswer(0, "", new byte[0], Map.of(), 0, fault);
    }

    RestAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new RestAnswer(status, type, body, all, code, fault);
    }

    private static int code(JsonNode body) {
        return body.path("code").asInt(0);
    }
}
