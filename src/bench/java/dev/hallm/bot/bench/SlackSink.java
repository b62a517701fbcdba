package dev.hallm.bot.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As little of Slack as a load test needs: it says who people are and counts the answers to each command. */
final class SlackSink implements AutoCloseable {
    private static final String BOT =
            "{\"ok\":true,\"url\":\"https://bench.slack.com/\",\"team\":\"Bench\",\"user\":\"hallm\",\"team_id\":\"T01BENCH\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}";
    private static final String PERSON =
            "{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"team_id\":\"T01BENCH\",\"name\":\"ana\",\"real_name\":\"Ana Petrov\",\"deleted\":false,\"is_bot\":false,\"is_restricted\":false,\"is_ultra_restricted\":false,\"profile\":{\"display_name\":\"Ana Petrov\",\"real_name\":\"Ana Petrov\"}}}";

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    SlackSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/response/", this::count);
        server.createContext("/api/auth.test", exchange -> answer(exchange, BOT));
        server.createContext("/api/users.info", exchange -> answer(exchange, PERSON));
        server.createContext("/api/", exchange -> answer(exchange, "{\"ok\":false,\"error\":\"unknown_method\"}"));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void count(HttpExchange exchange) throws IOException {
        String command = exchange.getRequestURI().getPath().substring("/response/".length());
        answers.computeIfAbsent(command, _ -> new AtomicInteger()).incrementAndGet();
        answer(exchange, "ok");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("x-oauth-scopes", "commands,chat:write,users:read");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** How many commands were answered so far. */
    int answered() {
        return answers.size();
    }

    /** How many answers came more than once. */
    long doubled() {
        return answers.values().stream().filter(count -> count.get() > 1).count();
    }

    void forget() {
        answers.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
