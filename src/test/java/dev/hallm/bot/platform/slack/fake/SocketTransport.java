package dev.hallm.bot.platform.slack.fake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries over Socket Mode. Events that nobody acknowledged come again when the bot connects anew. */
public final class SocketTransport implements SlackTransport {
    private final SocketServer server;
    private final ConcurrentLinkedQueue<Delivery> unacknowledged = new ConcurrentLinkedQueue<>();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    SocketTransport(SocketServer server) {
        this.server = server;
        server.whenConnected(count -> Thread.ofVirtual().start(this::redeliver));
    }

    @Override
    public Receipt deliver(Delivery delivery) {
        Receipt receipt = attempt(delivery);
        receipts.add(receipt);
        if (delivery.kind() == Delivery.Kind.EVENT && !receipt.acknowledged()) {
            unacknowledged.add(delivery);
        }
        return receipt;
    }

    private Receipt attempt(Delivery delivery) {
        long start = System.nanoTime();
        try {
            String payload = server.send(envelope(delivery)).get(Receipt.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Receipt(delivery, 200, payload, since(start));
        } catch (TimeoutException | ExecutionException noAnswer) {
            return new Receipt(delivery, 0, "", since(start));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bot had not acknowledged", stopped);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ObjectNode envelope(Delivery delivery) {
        ObjectNode envelope = Json.object().put("envelope_id", UUID.randomUUID().toString());
        envelope.set("payload", delivery.payload());
        return switch (delivery.kind()) {
            case COMMAND -> envelope.put("type", "slash_commands").put("accepts_response_payload", true);
            case INTERACTION -> envelope.put("type", "interactive").put("accepts_response_payload", true);
            case EVENT ->
                envelope.put("type", "events_api")
                        .put("accepts_response_payload", false)
                        .put("retry_attempt", delivery.retry())
                        .put("retry_reason", delivery.retryReason());
        };
    }

    /** Delivers again, once, every event that was not acknowledged. */
    public void redeliver() {
        for (int left = unacknowledged.size(); left > 0; left--) {
            Delivery delivery = unacknowledged.poll();
            if (delivery != null) {
                deliver(delivery.again(delivery.retry() + 1, "timeout"));
            }
        }
    }

    /** Everything delivered so far, with how it ended. */
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** How many connections the bot has. */
    public int connections() {
        return server.connectionCount();
    }

    /** Slack says that it will close soon ({@code warning} or {@code refresh_requested}), and does so later. */
    public void announceDisconnect(String reason, Duration closeAfter) {
        server.disconnect(reason, closeAfter);
    }

    /** As documented: a warning, ten seconds before the end. */
    public void warn() {
        announceDisconnect("warning", Duration.ofSeconds(10));
    }

    /** Every connection breaks without a word. */
    public void cut() {
        server.cut();
    }
}
