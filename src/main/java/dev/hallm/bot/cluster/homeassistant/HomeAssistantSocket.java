package dev.hallm.bot.cluster.homeassistant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Home Assistant's websocket API: one command after the other, by one thread. */
final class HomeAssistantSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebSocket socket;
    private final Inbox inbox;
    private int lastId;

    private HomeAssistantSocket(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    /** Connects as whoever the token is of. */
    static HomeAssistantSocket connect(HttpClient http, URI base, String accessToken)
            throws IOException, InterruptedException {
        var inbox = new Inbox();
        URI address = URI.create("ws" + base.toString().substring("http".length()) + "/api/websocket");
        WebSocket socket =
                await(http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, inbox));
        var connected = new HomeAssistantSocket(socket, inbox);
        connected.authenticate(accessToken);
        return connected;
    }

    private void authenticate(String accessToken) throws IOException, InterruptedException {
        next("auth_required");
        send(HomeAssistantApi.JSON.createObjectNode().put("type", "auth").put("access_token", accessToken));
        next("auth_ok");
    }

    /** Sends a command; its result, successful or not. */
    JsonNode ask(ObjectNode command) throws IOException, InterruptedException {
        lastId++;
        send(command.put("id", lastId));
        JsonNode result = next("result");
        while (result.path("id").asInt(0) != lastId) {
            result = next("result");
        }
        return result;
    }

    private void send(ObjectNode message) throws IOException, InterruptedException {
        await(socket.sendText(message.toString(), true));
    }

    private JsonNode next(String type) throws IOException, InterruptedException {
        String text = inbox.messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (text == null || text.isEmpty()) {
            throw new IOException("the websocket ended instead of " + type);
        }
        try {
            JsonNode message = HomeAssistantApi.JSON.readTree(text);
            if (message.path("type").asString("").equals(type)) {
                return message;
            }
        } catch (JacksonException e) {
            throw new IOException("the websocket says no JSON", e);
        }
        throw new IOException("the websocket says something else than " + type);
    }

    private static <T> T await(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the websocket does not work", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Whole messages in their order; an empty one is the end. */
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                messages.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            messages.add("");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            messages.add("");
        }
    }
}
