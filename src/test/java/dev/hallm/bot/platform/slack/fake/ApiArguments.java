package dev.hallm.bot.platform.slack.fake;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a call's arguments from its query, form or JSON body, and its token. */
final class ApiArguments {
    private ApiArguments() {}

    static ApiRequest of(String method, Request request) {
        ObjectNode arguments = Json.object();
        String url = request.getUrl();
        if (url.contains("?")) {
            form(url.substring(url.indexOf('?') + 1), arguments);
        }
        body(request, arguments);
        String token = token(request, arguments);
        arguments.remove("token");
        return new ApiRequest(method, arguments, token);
    }

    private static void body(Request request, ObjectNode arguments) {
        String body = new String(request.getBody(), StandardCharsets.UTF_8);
        if (body.isEmpty()) {
            return;
        }
        String type = request.containsHeader("Content-Type") ? request.getHeader("Content-Type") : "";
        switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/json" -> json(body, arguments);
            case "application/x-www-form-urlencoded" -> form(body, arguments);
            case "multipart/form-data" ->
                request.getParts()
                        .forEach(part ->
                                arguments.put(part.getName(), part.getBody().asString()));
            default -> throw new ApiError("invalid_post_type");
        }
    }

    private static void json(String body, ObjectNode arguments) {
        JsonNode parsed = Json.parse(body);
        if (!parsed.isObject()) {
            throw new ApiError("invalid_json");
        }
        arguments.setAll((ObjectNode) parsed);
        arguments.remove("token");
    }

    private static void form(String body, ObjectNode arguments) {
        for (String pair : List.of(body.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                arguments.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String token(Request request, ObjectNode arguments) {
        String header = request.containsHeader("Authorization") ? request.getHeader("Authorization") : "";
        return header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).strip()
                : Json.text(arguments, "token");
    }
}
