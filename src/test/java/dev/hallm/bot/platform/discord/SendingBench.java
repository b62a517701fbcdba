package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import dev.hallm.bot.storage.MutableClock;
import java.util.Map;

/** A bot that sends on a Discord with one channel and Ana, who gives it something to answer. */
final class SendingBench implements AutoCloseable {
    private final MutableClock clock = new MutableClock();
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana").named("Ana");
    private final BotOnDiscord bot = BotOnDiscord.connected(discord, new FreeLock(), clock);

    MutableClock clock() {
        return clock;
    }

    FakeDiscord discord() {
        return discord;
    }

    DiscordChannel lab() {
        return lab;
    }

    DiscordPerson ana() {
        return ana;
    }

    BotOnDiscord bot() {
        return bot;
    }

    /** The same bot in another process, once this one has ended. */
    BotOnDiscord next() {
        bot.close();
        return BotOnDiscord.connected(discord, new FreeLock(), clock);
    }

    /** Ana gives a command, whose answer is private. */
    Delivery command() {
        SentInteraction command = ana.in(lab).slash("help", Map.of());
        command.awaitResponse();
        return bot.awaitDelivery();
    }

    /** Ana clicks a button of a card, which is to change. */
    Delivery click() {
        Message card = text("A request").with(Block.Buttons.of(Drawn.button("Approve request", "maria")));
        bot.post(lab, card, Attempt.first("card"));
        bot.dispatcher.first = new FirstResponse.DeferUpdate();
        ana.in(lab).clicks(discord.messages(lab).getLast(), "Approve request").awaitResponse();
        return bot.awaitDelivery();
    }

    Sent edit(MessageRef ref, Message message) {
        return bot.link.platform().edit(ref, message, Drawn.ids(), Urgency.FINAL);
    }

    static Message text(String text) {
        return Message.text(Tone.NEUTRAL, text);
    }

    /** The message that was sent. */
    static MessageRef delivered(Sent sent) {
        return ((Sent.Delivered) sent).ref();
    }

    /** A message as the core names it. */
    static MessageRef ref(DiscordMessage message) {
        return new MessageRef("discord", message.channel().id(), message.id());
    }

    @Override
    public void close() {
        bot.close();
        discord.close();
    }
}
