package dev.hallm.bot.chat;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.identity.ChatAccount;
import java.util.Map;
import java.util.Optional;

/** What is posted where everybody is when a person takes no direct messages: a button that only they can open. */
final class StandIn {
    private StandIn() {}

    /** The key of a message's stand-in. */
    static String keyOf(String key) {
        return key + "/stand-in";
    }

    /** The channel for it; empty when the platform has none. */
    static Optional<Destination.Channel> channel(Channels channels, String platform) {
        return channels.of(Purpose.ANNOUNCEMENTS).stream()
                .filter(channel -> channel.platform().equals(platform))
                .findFirst();
    }

    /** The button in place of the message with this key. */
    static Message of(String key, ChatAccount reader, String name) {
        var open = ActionRequest.of("open-message", Map.of("message", key), Clickers.only(reader));
        return Message.of(
                Tone.NEUTRAL,
                text("stand-in.fallback", "reader", name),
                Block.Text.body(new Span.Who(reader, name, true), Span.plain(" " + text("stand-in.text"))),
                Block.Buttons.of(Button.primary(text("button.open-message"), text("button.open-message"), open)));
    }
}
