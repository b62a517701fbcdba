package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The gateway in a test's hands. A session that lost its connection keeps collecting events, as Discord's does. */
public final class FakeGateway implements AutoCloseable {
    static final int IDENTIFIES_A_DAY = 1000;

    private final World world;
    private final GatewayTalk talk;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-discord-heartbeats").factory());
    private @Nullable GatewayServer server;
    private @Nullable ScheduledFuture<?> watching;
    private int port;

    FakeGateway(World world) {
        this.world = world;
        talk = new GatewayTalk(world);
    }

    synchronized void start() {
        server = new GatewayServer(port, talk, world.problems()).started();
        port = server.getPort();
        watching = watch.scheduleWithFixedDelay(this::checkHeartbeats, 50, 50, TimeUnit.MILLISECONDS);
    }

    private void checkHeartbeats() {
        talk.checkHeartbeats(connections());
    }

    public synchronized String url() {
        return "ws://127.0.0.1:" + port;
    }

    private synchronized List<GatewayConnection> connections() {
        return server == null ? List.of() : server.connections();
    }

    /** Sends an event to every session that wants it. */
    void dispatch(String type, JsonNode data, int intent) {
        talk.sessions().forEach(session -> session.dispatch(type, data, intent));
    }

    /** Sends an event that nobody may know yet. */
    public void dispatch(String type, JsonNode data) {
        dispatch(type, data, Intent.ALWAYS);
    }

    /** For connections from now on; Discord's is 41.25 seconds. */
    public void heartbeatInterval(Duration interval) {
        talk.heartbeatInterval(interval);
    }

    /** How long one identify blocks the next; Discord's is 5 seconds. */
    public void identifyWindow(Duration window) {
        talk.identifyWindow(window);
    }

    /** Breaks every connection without a goodbye; sessions can be resumed. */
    public void dropConnection() {
        connections().forEach(GatewayConnection::drop);
    }

    /** Asks every client to reconnect and resume (opcode 7). */
    public void reconnect() {
        connections().forEach(connection -> connection.send(GatewayCode.RECONNECT, null));
    }

    /** Tells every client that its session is invalid (opcode 9). */
    public void invalidate(boolean resumable) {
        if (!resumable) {
            talk.sessions().forEach(GatewaySession::invalidate);
        }
        JsonNode data = Json.read(Boolean.toString(resumable));
        connections().forEach(connection -> connection.send(GatewayCode.INVALID_SESSION, data));
    }

    public void closeWith(int code) {
        connections().forEach(connection -> connection.close(code, "closed by a test"));
    }

    /** Drops the connection; the resume delivers the last interaction again, as Discord may. */
    public void replayLast() {
        talk.sessions().stream()
                .filter(GatewaySession::isValid)
                .forEach(session -> session.replayLast("INTERACTION_CREATE"));
        dropConnection();
    }

    /** Delivers an interaction once more over the open connection. */
    public void deliverAgain(SentInteraction interaction) {
        dispatch("INTERACTION_CREATE", interaction.payload());
    }

    /** Refuses every connection until it is {@link #back}. */
    public synchronized void away() {
        if (server != null) {
            connections().forEach(GatewayConnection::drop);
            stop(server);
            server = null;
        }
    }

    public synchronized void back() {
        if (server == null) {
            server = new GatewayServer(port, talk, world.problems()).started();
        }
    }

    public int openConnections() {
        return connections().size();
    }

    public int identifies() {
        return talk.identifies();
    }

    public int resumes() {
        return talk.resumes();
    }

    public int heartbeats() {
        return talk.heartbeats();
    }

    int remainingIdentifies() {
        return Math.max(0, IDENTIFIES_A_DAY - talk.identifies());
    }

    private static void stop(GatewayServer server) {
        try {
            server.stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (watching != null) {
            watching.cancel(true);
        }
        watch.shutdownNow();
        away();
    }
}
