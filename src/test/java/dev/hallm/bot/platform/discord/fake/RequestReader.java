package dev.hallm.bot.platform.discord.fake;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads an HTTP request as Discord does: JSON, or a form with {@code payload_json} and {@code files[n]}. */
final class RequestReader {
    private static final Pattern FILE = Pattern.compile("files?\\[(\\d+)]");

    private RequestReader() {}

    static RestRequest read(Request request) {
        URI uri = URI.create(request.getUrl());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        String path = uri.getPath().replaceFirst("^/api/v10", "");
        boolean form = headers.getOrDefault("Content-Type", "").startsWith("multipart/form-data");
        return new RestRequest(
                request.getMethod().getName(),
                path,
                query(uri),
                headers,
                form ? payload(request) : body(request, headers),
                form ? files(request) : List.of());
    }

    private static JsonNode body(Request request, Map<String, String> headers) {
        byte[] body = request.getBody();
        if (body == null || body.length == 0) {
            return MissingNode.getInstance();
        }
        if (!headers.getOrDefault("Content-Type", "").startsWith("application/json")) {
            throw FormErrors.of("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be JSON or a form.");
        }
        return json(new String(body, StandardCharsets.UTF_8));
    }

    private static JsonNode payload(Request request) {
        Request.Part part = request.getPart("payload_json");
        return part == null ? MissingNode.getInstance() : json(part.getBody().asString());
    }

    private static JsonNode json(String text) {
        try {
            return Coercion.coerced(Json.read(text));
        } catch (JacksonException e) {
            Refusal refusal = new Refusal(DiscordError.INVALID_JSON);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static List<DiscordFile> files(Request request) {
        List<DiscordFile> files = new ArrayList<>();
        for (Request.Part part : request.getParts()) {
            Matcher name = FILE.matcher(part.getName());
            if (name.matches()) {
                int index = Integer.parseInt(name.group(1));
                files.add(new DiscordFile(
                        index, part.getFileName(), part.getBody().asBytes()));
            }
        }
        return files;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
