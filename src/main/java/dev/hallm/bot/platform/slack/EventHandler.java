package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mentions, direct messages and visits of the home. A middleware rather than typed handlers: Slack adds fields to events
 * that the library's models lack, such as the sender's own workspace.
 */
final class EventHandler implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);

    private final Dispatcher dispatcher;
    private final AfterAck afterAck;
    private final SlackState state;
    private final ChatSettings chat;
    private final JsonMapper json;
    private final Clock clock;

    EventHandler(
            Dispatcher dispatcher,
            AfterAck afterAck,
            SlackState state,
            ChatSettings chat,
            JsonMapper json,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.afterAck = afterAck;
        this.state = state;
        this.chat = chat;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (request.getRequestType() != RequestType.Event) {
            return chain.next(request);
        }
        JsonNode payload = json.readTree(request.getRequestBodyAsString());
        Senders.ofEvent(payload)
                .filter(from -> !from.user().equals(state.botUser()))
                .ifPresent(from -> receive(payload, from));
        return Response.ok();
    }

    private void receive(JsonNode payload, ChatAccount from) {
        String key = payload.path("event_id").asString("");
        JsonNode event = payload.path("event");
        Optional<Delivery> delivery = key.isEmpty()
                ? Optional.empty()
                : switch (event.path("type").asString("")) {
                    case "app_mention" -> Optional.of(mention(key, payload, from));
                    case "message" -> Optional.of(message(key, payload, from)).filter(_ -> isDirect(event));
                    case "app_home_opened" -> Optional.of(home(key, from)).filter(_ -> isHome(event));
                    default -> Optional.empty();
                };
        delivery.ifPresent(this::receive);
    }

    private void receive(Delivery delivery) {
        switch (dispatcher.receive(delivery)) {
            case FirstResponse.DeferPrivate _, FirstResponse.DeferUpdate _ -> LOG.debug("stored");
            case FirstResponse.TryAgain(String text) -> afterAck.say(delivery, text);
            case FirstResponse.Show _ -> afterAck.cannotShow(delivery);
        }
    }

    private static boolean isDirect(JsonNode event) {
        return event.path("channel_type").asString("").equals("im") && !event.hasNonNull("subtype");
    }

    private static boolean isHome(JsonNode event) {
        return event.path("tab").asString("").equals("home");
    }

    private Delivery mention(String key, JsonNode payload, ChatAccount from) {
        return words(key, SlackHandle.Kind.MENTION, payload, from);
    }

    private Delivery message(String key, JsonNode payload, ChatAccount from) {
        return words(key, SlackHandle.Kind.DIRECT, payload, from);
    }

    private Delivery words(String key, SlackHandle.Kind kind, JsonNode payload, ChatAccount from) {
        JsonNode event = payload.path("event");
        String bot = Senders.bot(payload).isEmpty() ? state.botUser() : Senders.bot(payload);
        String text = event.path("text").asString("");
        String said = bot.isEmpty() && kind == SlackHandle.Kind.MENTION
                ? TypedText.afterFirstMention(text)
                : TypedText.afterMention(text, bot);
        return new Delivery(
                key, from, handle(kind, event).write(json), new Delivery.Words(TypedText.words(said, chat.command())));
    }

    private SlackHandle handle(SlackHandle.Kind kind, JsonNode event) {
        return new SlackHandle(
                kind,
                null,
                event.path("channel").asString(""),
                event.hasNonNull("thread_ts") ? event.path("thread_ts").asString("") : null,
                clock.instant().getEpochSecond(),
                false);
    }

    private Delivery home(String key, ChatAccount from) {
        @Nullable String none = null;
        long now = clock.instant().getEpochSecond();
        var handle = new SlackHandle(SlackHandle.Kind.HOME, none, none, none, now, false);
        return new Delivery(key, from, handle.write(json), new Delivery.Home());
    }
}
