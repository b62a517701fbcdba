package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A click on a button of a message or of the home. */
final class ClickHandler implements BlockActionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHandler.class);
    private static final String BUTTON = "button";

    private final Dispatcher dispatcher;
    private final AfterAck afterAck;
    private final JsonMapper json;
    private final Clock clock;

    ClickHandler(Dispatcher dispatcher, AfterAck afterAck, JsonMapper json, Clock clock) {
        this.dispatcher = dispatcher;
        this.afterAck = afterAck;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        JsonNode payload = json.readTree(request.getRequestBodyAsString());
        if (payload.path("actions").path(0).path("type").asString("").equals(BUTTON)) {
            Senders.ofInteraction(payload)
                    .ifPresentOrElse(from -> receive(payload, from), () -> LOG.debug("nobody clicked"));
        }
        return Response.ok();
    }

    private void receive(JsonNode payload, ChatAccount from) {
        SlackHandle handle = handle(payload);
        @Nullable MessageRef clicked = clicked(payload);
        String action = payload.path("actions").path(0).path("action_id").asString("");
        Delivery delivery =
                new Delivery(key(payload, from), from, handle.write(json), new Delivery.Click(action, clicked));
        switch (dispatcher.receive(delivery)) {
            case FirstResponse.DeferPrivate _, FirstResponse.DeferUpdate _ -> LOG.debug("stored");
            case FirstResponse.TryAgain(String text) -> afterAck.say(delivery, text);
            case FirstResponse.Show(var form) ->
                afterAck.open(form, payload.path("trigger_id").asString(""), FormContext.of(handle, clicked), delivery);
        }
    }

    private static String key(JsonNode payload, ChatAccount from) {
        String trigger = payload.path("trigger_id").asString("");
        return trigger.isEmpty()
                ? "click:" + payload.path("actions").path(0).path("action_ts").asString("") + ":" + from.user()
                : trigger;
    }

    private SlackHandle handle(JsonNode payload) {
        JsonNode container = payload.path("container");
        @Nullable String channel = channel(payload);
        return new SlackHandle(
                channel == null ? SlackHandle.Kind.HOME : SlackHandle.Kind.CLICK,
                textOrNull(payload.path("response_url")),
                channel,
                textOrNull(container.path("thread_ts")),
                clock.instant().getEpochSecond(),
                container.path("is_ephemeral").asBoolean(false));
    }

    private static @Nullable MessageRef clicked(JsonNode payload) {
        @Nullable String channel = channel(payload);
        @Nullable String message = textOrNull(payload.path("container").path("message_ts"));
        if (channel != null && message != null) {
            return new MessageRef(SlackSettings.PLATFORM, channel, message);
        }
        boolean onHome = payload.path("view").path("type").asString("").equals("home");
        return onHome ? HomePages.of(payload.path("user").path("id").asString("")) : null;
    }

    private static @Nullable String channel(JsonNode payload) {
        @Nullable String channel = textOrNull(payload.path("container").path("channel_id"));
        return channel == null ? textOrNull(payload.path("channel").path("id")) : channel;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : text;
    }
}
