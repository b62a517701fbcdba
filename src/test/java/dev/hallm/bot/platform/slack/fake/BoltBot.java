package dev.hallm.bot.platform.slack.fake;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A little bot made with Slack's own SDK: what that understands, the fake says rightly. */
final class BoltBot implements AutoCloseable {
    private static final String FORM = """
            {"type": "modal", "callback_id": "quota", "title": {"type": "plain_text", "text": "Quota"},
             "submit": {"type": "plain_text", "text": "Send"},
             "blocks": [
              {"type": "input", "block_id": "cpu", "label": {"type": "plain_text", "text": "CPU"},
               "element": {"type": "plain_text_input", "action_id": "cpu_in", "max_length": 5}},
              {"type": "input", "block_id": "size", "label": {"type": "plain_text", "text": "Size"},
               "element": {"type": "static_select", "action_id": "size_in", "options": [
                {"text": {"type": "plain_text", "text": "Small"}, "value": "s"},
                {"text": {"type": "plain_text", "text": "Large"}, "value": "l"}]}},
              {"type": "input", "block_id": "tenant", "optional": true, "label": {"type": "plain_text", "text": "Tenant"},
               "element": {"type": "external_select", "action_id": "tenant_in", "min_query_length": 0}}]}
            """;
    private static final String CARD = """
            [{"type": "actions", "elements": [{"type": "button", "action_id": "approve", "value": "42",
              "text": {"type": "plain_text", "text": "Approve"}}]}]
            """;
    private static final String HOME = "{\"type\":\"home\",\"blocks\":" + CARD + "}";

    private final App app;
    private final @Nullable HttpServer http;
    private final @Nullable SocketModeApp socket;
    private final SlackTransport transport;

    private BoltBot(FakeSlack slack, boolean overSocket) throws Exception {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl());
        Slack client = Slack.getInstance(config);
        app = new App(AppConfig.builder()
                .slack(client)
                .singleTeamBotToken(slack.botToken())
                .signingSecret(slack.signingSecret())
                .build());
        handlers();
        if (overSocket) {
            http = null;
            socket = new SocketModeApp(slack.appToken(), app, SocketModeClient.Backend.JavaWebSocket, 2);
            SocketTransport sockets = slack.socket();
            socket.startAsync();
            Awaitility.await().until(() -> sockets.connections() == 1);
            transport = sockets;
        } else {
            socket = null;
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/slack/events", this::serve);
            http.start();
            transport = slack.http(
                    URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/slack/events"));
        }
    }

    static BoltBot start(FakeSlack slack, boolean overSocket) throws Exception {
        return new BoltBot(slack, overSocket);
    }

    SlackTransport transport() {
        return transport;
    }

    private void handlers() {
        app.command("/hallm", BoltBot::command);
        app.blockAction("approve", (request, context) -> {
            if (context.getResponseUrl() != null) {
                context.respond(response -> response.replaceOriginal(true).text("approved"));
            }
            return context.ack();
        });
        app.viewSubmission("quota", (request, context) -> {
            boolean bad = request.getPayload().toString().contains("value=bad");
            return bad
                    ? context.ack(response -> response.responseAction("errors").errors(Map.of("cpu", "no number")))
                    : context.ack();
        });
        app.blockSuggestion(
                "tenant_in",
                (request, context) -> context.ack(response -> response.options(List.of(Option.builder()
                        .text(BlockCompositions.plainText("maria"))
                        .value("tenant:maria")
                        .build()))));
        app.event(AppMentionEvent.class, (event, context) -> {
            context.client()
                    .chatPostMessage(post -> post.channel(event.getEvent().getChannel())
                            .threadTs(event.getEvent().getTs())
                            .text("heard"));
            return context.ack();
        });
        app.event(MessageEvent.class, (event, context) -> {
            context.say("you said " + event.getEvent().getText());
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            context.client()
                    .viewsPublish(
                            view -> view.userId(event.getEvent().getUser()).viewAsString(HOME));
            return context.ack();
        });
    }

    private static Response command(SlashCommandRequest request, SlashCommandContext context)
            throws IOException, SlackApiException {
        switch (request.getPayload().getText()) {
            case "form" ->
                context.client()
                        .viewsOpen(
                                view -> view.triggerId(context.getTriggerId()).viewAsString(FORM));
            case "card" ->
                context.client()
                        .chatPostMessage(post -> post.channel(context.getChannelId())
                                .text("a card")
                                .blocksAsString(CARD));
            case "later" -> context.respond("later");
            case "public" ->
                context.respond(response -> response.responseType("in_channel").text("for all"));
            default -> {
                return context.ack("hello " + request.getPayload().getUserName());
            }
        }
        return context.ack();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .requestBody(body)
                            .queryString(Map.of())
                            .headers(new RequestHeaders(exchange.getRequestHeaders()))
                            .remoteAddress("127.0.0.1")
                            .build());
            Response answer = app.run(request);
            byte[] bytes =
                    answer.getBody() == null ? new byte[0] : answer.getBody().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (http != null) {
            http.stop(0);
        }
        if (socket != null) {
            socket.getClient().close();
        }
    }
}
