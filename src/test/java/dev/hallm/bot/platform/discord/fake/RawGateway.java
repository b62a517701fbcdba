package dev.hallm.bot.platform.discord.fake;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A gateway client of bare packets, which can make every mistake. */
final class RawGateway extends WebSocketClient implements AutoCloseable {
    private final BlockingQueue<JsonNode> packets = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Inflater inflater = new Inflater();
    private volatile boolean compressed;
    private volatile boolean opened;

    private RawGateway(URI address) {
        super(address);
    }

    static RawGateway connect(FakeDiscord discord, String query) throws InterruptedException {
        RawGateway client = new RawGateway(URI.create(discord.gatewayUrl() + "/" + query));
        boolean open = client.connectBlocking(5, TimeUnit.SECONDS);
        if (!open && !client.opened) {
            throw new IllegalStateException("no connection");
        }
        return client;
    }

    void identify(String token, int intents) {
        ObjectNode data = Json.object().put("token", token).put("intents", intents);
        data.putObject("properties").put("os", "linux").put("browser", "raw").put("device", "raw");
        packet(GatewayCode.IDENTIFY, data);
    }

    void resume(String token, String session, int sequence) {
        ObjectNode data = Json.object().put("token", token).put("session_id", session);
        packet(GatewayCode.RESUME, data.put("seq", sequence));
    }

    private void packet(int opcode, ObjectNode data) {
        ObjectNode packet = Json.object().put("op", opcode);
        packet.set("d", data);
        send(packet.toString());
    }

    void leave(int code) {
        close(code);
        awaitClosed();
    }

    JsonNode next(String type) throws InterruptedException {
        return next(packet -> Json.text(packet, "t").equals(type), type);
    }

    JsonNode nextOpcode(int opcode) throws InterruptedException {
        return next(packet -> packet.path("op").asInt(-1) == opcode, "opcode " + opcode);
    }

    private JsonNode next(Predicate<JsonNode> wanted, String name) throws InterruptedException {
        JsonNode packet = packets.poll(5, TimeUnit.SECONDS);
        while (packet != null && !wanted.test(packet)) {
            packet = packets.poll(5, TimeUnit.SECONDS);
        }
        if (packet == null) {
            throw new AssertionError("no " + name);
        }
        return packet;
    }

    int awaitClosed() {
        return closed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    boolean wasCompressed() {
        return compressed;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        opened = true;
    }

    @Override
    public void onMessage(String text) {
        packets.add(Json.read(text));
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
        compressed = true;
        byte[] in = new byte[bytes.remaining()];
        bytes.get(in);
        inflater.setInput(in);
        byte[] out = new byte[1 << 20];
        try {
            int length = inflater.inflate(out);
            onMessage(new String(out, 0, length, StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        closed.complete(code);
    }

    @Override
    public void onError(Exception error) {
        packets.add(Json.object().put("error", error.toString()));
    }
}
