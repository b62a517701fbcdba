package dev.hallm.bot.platform.discord.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One websocket; compressed with one zlib context for its whole life where the client asked for it. */
final class GatewayConnection {
    private static final int MESSAGES_A_MINUTE = 120;
    private static final long MINUTE = 60_000_000_000L;

    private final WebSocket socket;
    private final @Nullable Deflater deflater;
    private final Deque<Long> received = new ArrayDeque<>();
    private volatile @Nullable GatewaySession session;
    private volatile long lastHeartbeat = System.nanoTime();

    GatewayConnection(WebSocket socket, boolean compressed) {
        this.socket = socket;
        deflater = compressed ? new Deflater() : null;
    }

    @Nullable
    GatewaySession session() {
        return session;
    }

    void session(GatewaySession owner) {
        session = owner;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /** Counts a message of the client; false when there were too many within a minute. */
    synchronized boolean countMessage() {
        long now = System.nanoTime();
        received.removeIf(at -> now - at > MINUTE);
        received.add(now);
        return received.size() <= MESSAGES_A_MINUTE;
    }

    void heartbeat() {
        lastHeartbeat = System.nanoTime();
        send(GatewayCode.HEARTBEAT_ACK, null);
    }

    long nanosSinceHeartbeat() {
        return System.nanoTime() - lastHeartbeat;
    }

    void send(int opcode, @Nullable JsonNode data) {
        ObjectNode packet = Json.object().put("t", (String) null).putNull("s").put("op", opcode);
        packet.set("d", data);
        send(packet);
    }

    synchronized void send(ObjectNode packet) {
        if (!socket.isOpen()) {
            return;
        }
        byte[] text = packet.toString().getBytes(StandardCharsets.UTF_8);
        if (deflater == null) {
            socket.send(packet.toString());
        } else {
            socket.send(ByteBuffer.wrap(compressed(deflater, text)));
        }
    }

    private static byte[] compressed(Deflater deflater, byte[] text) {
        deflater.setInput(text);
        byte[] buffer = new byte[text.length * 2 + 64];
        int length = 0;
        int more;
        while ((more = deflater.deflate(buffer, length, buffer.length - length, Deflater.SYNC_FLUSH)) > 0) {
            length += more;
        }
        return Arrays.copyOf(buffer, length);
    }

    void close(int code, String reason) {
        socket.close(code, reason);
    }

    /** Breaks the connection without a goodbye. */
    void drop() {
        socket.closeConnection(1006, "");
    }
}
