package dev.hallm.bot.services;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The server's end of a websocket that carries short JSON messages (RFC 6455, no fragments, no extensions). */
final class WebSocketEnd {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;

    private final DataInputStream in;
    private final OutputStream out;

    private WebSocketEnd(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    static WebSocketEnd accept(Call call, InputStream in, OutputStream out) throws IOException {
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + digest(call.header("sec-websocket-key") + GUID) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return new WebSocketEnd(in, out);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message; empty once the client has left. */
    Optional<JsonNode> read() throws IOException {
        int head = in.read();
        if (head < 0 || (head & 0x0f) != TEXT) {
            return Optional.empty();
        }
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] text = in.readNBytes(length);
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i % 4];
        }
        return Optional.of(Call.JSON.readTree(new String(text, StandardCharsets.UTF_8)));
    }

    void send(Object message) throws IOException {
        byte[] text = Call.JSON.writeValueAsBytes(message);
        out.write(0x80 | TEXT);
        if (text.length < 126) {
            out.write(text.length);
        } else {
            out.write(126);
            out.write(text.length >> 8);
            out.write(text.length & 0xff);
        }
        out.write(text);
        out.flush();
    }
}
