package dev.hallm.bot.kube;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One HTTP request, read to its end. */
record Request(
        String method,
        String path,
        Map<String, String> query,
        String contentType,
        String userAgent,
        String authorization,
        Body body) {
    Request {
        query = Map.copyOf(query);
    }

    /** What was sent; protobuf from client-go becomes the same tree as JSON. */
    static final class Body {
        private final byte[] bytes;
        private final boolean protobuf;

        Body(byte[] bytes, boolean protobuf) {
            this.bytes = bytes;
            this.protobuf = protobuf;
        }

        boolean protobuf() {
            return protobuf;
        }

        boolean isEmpty() {
            return bytes.length == 0;
        }

        JsonNode node() {
            return protobuf ? ProtobufSecret.read(bytes) : Json.read(new String(bytes, StandardCharsets.UTF_8));
        }

        ObjectNode object() {
            return protobuf ? ProtobufSecret.read(bytes) : Json.readObject(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static Request read(HttpExchange exchange) throws IOException {
        String type = header(exchange, "Content-Type");
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                type.replaceAll(";.*", ""),
                header(exchange, "User-Agent"),
                header(exchange, "Authorization"),
                new Body(bytes, type.contains("protobuf")));
    }

    List<String> segments() {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(parameter(name)) || parameter(name).equals("1");
    }

    int number(String name) {
        String value = parameter(name);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    /** Whether it means to change something; events are left out, and what is only tried or asked. */
    boolean isWrite() {
        return !method.equals("GET")
                && !path.endsWith("/events")
                && !path.endsWith("reviews")
                && !parameter("dryRun").equals("All");
    }

    Writer.Options options() {
        String manager = parameter("fieldManager");
        String agent = userAgent.isEmpty() ? "unknown" : userAgent.replaceAll("/.*", "");
        return new Writer.Options(
                manager.isEmpty() ? agent : manager,
                flag("force"),
                parameter("dryRun").equals("All"));
    }

    @Override
    public String toString() {
        String parameters = query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return method + " " + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static Map<String, String> query(@Nullable String raw) {
        if (raw == null) {
            return Map.of();
        }
        return Arrays.stream(raw.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> part.length > 1 ? URLDecoder.decode(part[1], StandardCharsets.UTF_8) : "",
                        (_, last) -> last));
    }
}
