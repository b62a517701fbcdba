package dev.hallm.bot.platform.slack.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Socket Mode's end at Slack: tickets, hello, acknowledgements, disconnects. */
final class SocketServer extends WebSocketServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 10;

    private final String appId;
    private final Problems problems;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> connections = new CopyOnWriteArrayList<>();
    private final Set<WebSocket> leaving = ConcurrentHashMap.newKeySet();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final List<Consumer<Integer>> onConnect = new CopyOnWriteArrayList<>();
    private final List<ScheduledFuture<?>> closing = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-slack-timer").factory());
    private final CountDownLatch listening = new CountDownLatch(1);
    private final AtomicInteger turn = new AtomicInteger();

    private record Pending(boolean acceptsPayload, CompletableFuture<String> payload) {}

    SocketServer(String appId, Problems problems) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.appId = appId;
        this.problems = problems;
        setReuseAddr(true);
        setDaemon(true);
    }

    void listen() {
        start();
        try {
            if (!listening.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the socket server did not start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the socket server started", stopped);
        }
    }

    Map<String, ApiMethod> methods() {
        return Map.of("apps.connections.open", request -> Json.object().put("url", ticketed()));
    }

    private String ticketed() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:" + getPort() + "/link/?ticket=" + ticket + "&app_id=" + appId;
    }

    int connectionCount() {
        return connections.size();
    }

    void whenConnected(Consumer<Integer> listener) {
        onConnect.add(listener);
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        String ticket = handshake.getResourceDescriptor().replaceFirst(".*[?&]ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket)) {
            problems.add("socket: a ticket that was never issued, or was used before");
            connection.close(1008, "invalid ticket");
            return;
        }
        if (connections.size() >= MOST_CONNECTIONS) {
            connection.send("{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}");
            connection.close();
            return;
        }
        connections.add(connection);
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", connections.size());
        hello.putObject("debug_info")
                .put("host", "applink-fake")
                .put("build_number", 1)
                .put("approximate_connection_time", 18_060);
        hello.putObject("connection_info").put("app_id", appId);
        connection.send(hello.toString());
        onConnect.forEach(listener -> listener.accept(connections.size()));
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        connections.remove(connection);
        leaving.remove(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
        // A client that is killed resets its connection; onClose follows and that is all there is to do.
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        JsonNode message = Json.parse(text);
        String id = Json.text(message, "envelope_id");
        Pending waiting = pending.get(id);
        if (id.isEmpty() || waiting == null) {
            problems.add("socket: an acknowledgement of no envelope: " + text);
            return;
        }
        JsonNode payload = message.path("payload");
        boolean empty = payload.isMissingNode() || payload.isNull() || (payload.isObject() && payload.isEmpty());
        if (!empty && !waiting.acceptsPayload()) {
            problems.add("socket: a response payload for an envelope that accepts none");
        }
        String body = empty ? "" : payload.isString() ? payload.asString("") : payload.toString();
        if (!waiting.payload().complete(body)) {
            problems.add("socket: envelope " + id + " was acknowledged twice or too late");
        }
    }

    /** Sends an envelope over any one connection; the future is the acknowledgement's payload. */
    CompletableFuture<String> send(ObjectNode envelope) {
        var answer = new CompletableFuture<String>();
        List<WebSocket> open = connections.stream()
                .filter(WebSocket::isOpen)
                .filter(connection -> !leaving.contains(connection) || leaving.size() == connections.size())
                .toList();
        if (open.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the bot is not connected"));
        }
        pending.put(
                Json.text(envelope, "envelope_id"),
                new Pending(envelope.path("accepts_response_payload").asBoolean(false), answer));
        open.get(Math.floorMod(turn.getAndIncrement(), open.size())).send(envelope.toString());
        return answer;
    }

    /** Announces the end of the present connections, which the server closes after a while. */
    void disconnect(String reason, Duration closeAfter) {
        ObjectNode message = Json.object().put("type", "disconnect").put("reason", reason);
        message.putObject("debug_info").put("host", "applink-fake");
        for (WebSocket connection : connections) {
            leaving.add(connection);
            connection.send(message.toString());
            closing.add(timer.schedule(() -> connection.close(), closeAfter.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Cuts every connection without a word. */
    void cut() {
        connections.forEach(connection -> connection.closeConnection(1006, "cut"));
    }

    @Override
    public void close() {
        closing.forEach(task -> task.cancel(false));
        timer.shutdownNow();
        try {
            stop(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
