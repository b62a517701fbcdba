package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SocketModeTest {
    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void stop() {
        slack.close();
    }

    /** A client that acknowledges nothing. */
    private static final class Listener extends WebSocketClient {
        private final CompletableFuture<JsonNode> hello = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final CompletableFuture<JsonNode> disconnect = new CompletableFuture<>();

        Listener(String url) {
            super(URI.create(url));
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            JsonNode message = Json.parse(text);
            switch (Json.text(message, "type")) {
                case "hello" -> hello.complete(message);
                case "disconnect" -> disconnect.complete(message);
                default -> {}
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            closed.complete(code);
        }

        @Override
        public void onError(Exception error) {}
    }

    private String url() throws IOException {
        return Json.text(new ApiClient(slack).call(slack.appToken(), "apps.connections.open", "{}"), "url");
    }

    @Test
    void greetsWithHelloAndTakesATicketOnce() throws Exception {
        String url = url();
        var first = new Listener(url);
        first.connect();
        var second = new Listener(url);

        JsonNode hello = first.hello.get(5, TimeUnit.SECONDS);
        second.connect();

        assertThat(hello.path("num_connections").asInt()).isOne();
        assertThat(Json.text(hello.path("connection_info"), "app_id"))
                .isEqualTo(slack.workspace().appId());
        assertThat(second.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(slack.problems()).hasSize(1);
    }

    @Test
    void warnsBeforeItCloses() throws Exception {
        SocketTransport socket = slack.socket();
        var client = new Listener(url());
        client.connect();
        client.hello.get(5, TimeUnit.SECONDS);

        socket.announceDisconnect("refresh_requested", Duration.ofMillis(50));

        assertThat(Json.text(client.disconnect.get(5, TimeUnit.SECONDS), "reason"))
                .isEqualTo("refresh_requested");
        assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    @Test
    void deliversAnEventAgainThatNobodyAcknowledged() throws Exception {
        slack.workspace().member("UANA", "Ana Petrov");
        SocketTransport socket = slack.socket();
        Receipt lost = slack.person("UANA", socket).dm("hello");

        new Listener(url()).connect();

        assertThat(lost.acknowledged()).isFalse();
        Awaitility.await().until(() -> socket.receipts().size() >= 2);
        assertThat(socket.receipts().get(1).delivery().retry()).isOne();
        assertThat(socket.receipts().get(1).delivery().payload())
                .isEqualTo(lost.delivery().payload());
    }

    @Test
    void breaksWithoutAWord() throws Exception {
        SocketTransport socket = slack.socket();
        var client = new Listener(url());
        client.connect();
        client.hello.get(5, TimeUnit.SECONDS);

        socket.cut();

        assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1006);
        assertThat(client.disconnect).isNotDone();
    }
}
