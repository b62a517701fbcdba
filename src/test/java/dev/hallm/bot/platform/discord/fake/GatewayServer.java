package dev.hallm.bot.platform.discord.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The websocket side of the gateway: connections, their query and their packets; what they mean is elsewhere. */
final class GatewayServer extends WebSocketServer {
    private static final int LARGEST_PACKET = 4096;

    private final GatewayTalk talk;
    private final Problems problems;
    private final CompletableFuture<GatewayServer> started = new CompletableFuture<>();
    private final List<GatewayConnection> connections = new CopyOnWriteArrayList<>();

    GatewayServer(int port, GatewayTalk talk, Problems problems) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        this.talk = talk;
        this.problems = problems;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
    }

    GatewayServer started() {
        start();
        return started.join();
    }

    List<GatewayConnection> connections() {
        return connections.stream().filter(GatewayConnection::isOpen).toList();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        String query = handshake.getResourceDescriptor();
        GatewayConnection connection = new GatewayConnection(socket, query.contains("compress=zlib-stream"));
        socket.setAttachment(connection);
        if (query.contains("v=") && !query.matches(".*[?&]v=10(&.*)?")) {
            refuse(connection, GatewayCode.INVALID_API_VERSION, "Invalid API version", query);
        } else if (query.contains("compress=") && !query.contains("compress=zlib-stream")) {
            refuse(connection, GatewayCode.DECODE_ERROR, "This fake compresses with zlib-stream only", query);
        } else if (query.contains("encoding=") && !query.contains("encoding=json")) {
            refuse(connection, GatewayCode.DECODE_ERROR, "This fake speaks json only", query);
        } else {
            connections.add(connection);
            talk.opened(connection);
        }
    }

    private void refuse(GatewayConnection connection, int code, String why, String query) {
        problems.add("gateway: " + why + ": " + query);
        connection.close(code, why);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        GatewayConnection connection = socket.getAttachment();
        if (text.length() > LARGEST_PACKET) {
            refuse(connection, GatewayCode.DECODE_ERROR, "payload larger than 4096 bytes", "");
            return;
        }
        try {
            JsonNode packet = Json.read(text);
            talk.received(connection, packet);
        } catch (JacksonException e) {
            refuse(connection, GatewayCode.DECODE_ERROR, "Decode error", e.getOriginalMessage());
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        refuse(socket.getAttachment(), GatewayCode.DECODE_ERROR, "binary payload with json encoding", "");
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        GatewayConnection connection = socket.getAttachment();
        if (connection != null) {
            connections.remove(connection);
            talk.closed(connection, remote ? code : 0);
        }
    }

    @Override
    public void onError(WebSocket socket, Exception error) {
        started.completeExceptionally(error);
    }

    @Override
    public void onStart() {
        started.complete(this);
    }
}
