package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.response.Response;
import dev.hallm.bot.command.Acknowledgements;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One connection of Socket Mode. What comes by it is acknowledged by it, a few deliveries at once. */
final class SocketSession extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);
    private static final int AT_ONCE = 32;
    private static final int SECONDS_WITHOUT_PONG = 20;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final int GOING_AWAY = 1001;

    private final Inbound inbound;
    private final Acknowledgements acknowledgements;
    private final JsonMapper json;
    private final Consumer<SocketSession> onEnd;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** @param onEnd told when Slack wants this connection replaced, and when it is gone */
    SocketSession(
            URI address,
            Inbound inbound,
            Acknowledgements acknowledgements,
            JsonMapper json,
            Consumer<SocketSession> onEnd) {
        super(address);
        this.inbound = inbound;
        this.acknowledgements = acknowledgements;
        this.json = json;
        this.onEnd = onEnd;
        setConnectionLostTimeout(SECONDS_WITHOUT_PONG);
        setDaemon(true);
    }

    boolean open() throws InterruptedException {
        return connectBlocking(LONGEST_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        LOG.debug("connected");
    }

    @Override
    public void onMessage(String message) {
        try {
            take(json.readTree(message));
        } catch (JacksonException e) {
            LOG.debug("Slack sent what is not JSON: {}", e.getClass().getSimpleName());
        }
    }

    private void take(JsonNode message) {
        if (message.path("type").asString("").equals("disconnect")) {
            LOG.info("Slack renews the connection: {}", message.path("reason").asString(""));
            onEnd.accept(this);
        } else if (message.hasNonNull("envelope_id")) {
            long arrived = System.nanoTime();
            free.acquireUninterruptibly();
            Thread.ofPlatform().daemon().name("slack-envelope").start(() -> handle(message, arrived));
        }
    }

    private void handle(JsonNode envelope, long arrived) {
        try {
            acknowledge(envelope, inbound.payload(envelope.path("payload")));
            acknowledgements.answered(SlackSettings.PLATFORM, Duration.ofNanos(System.nanoTime() - arrived));
        } catch (WebsocketNotConnectedException _) {
            LOG.info("the connection went before an acknowledgement");
        } finally {
            free.release();
        }
    }

    /** What failed is not acknowledged, so that Slack sends it again; what will never be understood is. */
    private void acknowledge(JsonNode envelope, Response response) {
        if (response.getStatusCode() >= Answers.SERVER_ERROR) {
            return;
        }
        ObjectNode ack =
                Nodes.object().put("envelope_id", envelope.path("envelope_id").asString(""));
        String contentType = response.getContentType();
        if (response.getBody() != null && contentType.startsWith("application/json")) {
            ack.set("payload", json.readTree(response.getBody()));
        }
        send(json.writeValueAsString(ack));
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        LOG.debug("the connection is closed: {}", code);
        onEnd.accept(this);
    }

    @Override
    public void onError(Exception e) {
        LOG.info("the connection has a problem: {}", e.getClass().getSimpleName());
    }

    /** Closes it once what came by it is acknowledged, or after the time given. */
    void retire(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(AT_ONCE, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("a connection is closed with deliveries under way");
        }
        closeConnection(GOING_AWAY, "");
    }
}
