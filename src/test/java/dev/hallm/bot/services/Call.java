package dev.hallm.bot.services;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request; names of headers are in lower case. */
record Call(String method, String path, Map<String, String> headers, String body) {
    static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the next request of a connection; null at its end. */
    static @Nullable Call read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        var headers = new LinkedHashMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] words = first.split(" ", -1);
        return new Call(words[0], words[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    boolean isWebSocket() {
        return "websocket".equalsIgnoreCase(headers.get("upgrade"));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body's JSON; missing when it is none. */
    JsonNode json() {
        try {
            return header("content-type").startsWith("application/json") ? JSON.readTree(body) : JSON.missingNode();
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** The fields of a form; empty when it is none. */
    Map<String, String> form() {
        var fields = new LinkedHashMap<String, String>();
        if (header("content-type").startsWith("application/x-www-form-urlencoded")) {
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    /** The same for what is served below a prefix. */
    Call below(String rest) {
        return new Call(method, rest, headers, body);
    }
}
