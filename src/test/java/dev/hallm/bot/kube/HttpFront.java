package dev.hallm.bot.kube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hallm.bot.effect.Effects;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API over plain HTTP on loopback. Watches are chunked answers: a websocket is refused with an empty 200, on which
 * fabric8 goes on with plain HTTP.
 */
final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int REMEMBERED_REQUESTS = 100_000;
    private static final Duration LONGEST_WATCH = Duration.ofHours(1);

    static {
        // Without it every answer on a kept-alive connection waits for a delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Router router;
    private final Reader reader;
    private final Faults faults;
    private final Effects effects;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Request> requests = new ArrayDeque<>();

    HttpFront(Api api, Faults faults, Effects effects) {
        this.router = new Router(api);
        this.reader = api.reader();
        this.faults = faults;
        this.effects = effects;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized List<String> requests() {
        return requests.stream().map(Request::toString).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    /** Closing an exchange that has no answer yet cuts the connection. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange);
            if (faults.away()) {
                return;
            }
            if (isWebSocket(exchange)) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            remember(request);
            Answer answer = answer(request);
            if (!faults.away()) {
                send(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Request request) {
        try {
            faults.strike(request);
            return request.isWrite()
                    ? effects.doing("kubernetes " + request, about(request), () -> router.answer(request))
                            .orElseThrow(() -> ApiProblem.of(503, "lost on its way"))
                    : router.answer(request);
        } catch (ApiProblem problem) {
            return Answer.of(problem);
        } catch (RuntimeException surprise) {
            LOG.error("{} failed", request, surprise);
            return Answer.of(ApiProblem.of(500, surprise.toString()));
        }
    }

    /** Where it goes, and whose it is: callers in a test may have tokens of their own. */
    private static String about(Request request) {
        return request.path() + " with " + request.authorization();
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        switch (answer) {
            case Answer.Whole whole -> {
                exchange.getResponseHeaders().set("Content-Type", whole.contentType());
                byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(whole.code(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            case Answer.Watching watching -> stream(exchange, watching);
        }
    }

    private void stream(HttpExchange exchange, Answer.Watching watching) throws IOException, InterruptedException {
        Duration longest =
                watching.timeoutSeconds() > 0 ? Duration.ofSeconds(watching.timeoutSeconds()) : LONGEST_WATCH;
        long end = System.nanoTime() + longest.toNanos();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            Optional<ObjectNode> event = watching.stream().next(longest);
            while (event.isPresent()) {
                out.write(Json.MAPPER.writeValueAsBytes(event.get()));
                out.write('\n');
                out.flush();
                event = watching.stream().next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } finally {
            reader.unwatch(watching.stream());
        }
    }

    private static boolean isWebSocket(HttpExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"));
    }

    private synchronized void remember(Request request) {
        requests.addLast(request);
        if (requests.size() > REMEMBERED_REQUESTS) {
            requests.removeFirst();
        }
    }
}
