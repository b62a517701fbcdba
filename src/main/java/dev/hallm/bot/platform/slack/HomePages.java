package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The App Home of each person; every publication replaces the one before. */
final class HomePages {
    /** Stands for the channel in a reference to a home. */
    static final String CHANNEL = "home";

    private final SlackApi api;
    private final SlackRenderer renderer;
    private final JsonMapper json;

    HomePages(SlackApi api, SlackRenderer renderer, JsonMapper json) {
        this.api = api;
        this.renderer = renderer;
        this.json = json;
    }

    static MessageRef of(String user) {
        return new MessageRef(SlackSettings.PLATFORM, CHANNEL, user);
    }

    Sent publish(String user, Message message, ActionIds actions) {
        String view = json.writeValueAsString(renderer.home(message, actions));
        return switch (api.call("views.publish", Map.of("user_id", user, "view", view))) {
            case SlackAnswer.Ok _ -> new Sent.Delivered(of(user));
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }
}
