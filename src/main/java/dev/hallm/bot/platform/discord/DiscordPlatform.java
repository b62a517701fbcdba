package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;

/** Discord as a place where people talk; the leader sends, whispers come from every replica. */
final class DiscordPlatform implements ChatPlatform {
    private static final Sent AWAY = new Sent.Later(Duration.ofSeconds(1), "this process is not connected to Discord");

    private final Gateway gateway;
    private final DiscordRenderer renderer;
    private final Posts posts;
    private final Replies replies;
    private final Whispers whispers;

    DiscordPlatform(Gateway gateway, DiscordRenderer renderer, Posts posts, Replies replies, Whispers whispers) {
        this.gateway = gateway;
        this.renderer = renderer;
        this.posts = posts;
        this.replies = replies;
        this.whispers = whispers;
    }

    @Override
    public String name() {
        return DiscordSettings.PLATFORM;
    }

    /** Each group is a command of its own. */
    @Override
    public String spelled(String root, String words) {
        return "/" + words;
    }

    @Override
    public boolean sends() {
        return gateway.jda().isPresent();
    }

    @Override
    public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        Optional<JDA> jda = gateway.jda();
        if (jda.isEmpty()) {
            return AWAY;
        }
        Sent sent = post(jda.get(), to, renderer.message(message, actions), attempt.nonce());
        return attempt.repeated() && sent instanceof Sent.Delivered delivered ? delivered.perhapsEarlier() : sent;
    }

    private Sent post(JDA jda, Destination to, Rendered message, String nonce) {
        return switch (to) {
            case Destination.Channel channel -> posts.toChannel(jda, channel.id(), message, nonce);
            case Destination.Under(MessageRef parent) -> posts.under(jda, parent, message, nonce);
            case Destination.Direct(var account) -> posts.toPerson(jda, account.user(), message, nonce);
            case Destination.Reply reply -> replies.reply(jda, reply, message, nonce);
            case Destination.Replacement replacement -> replies.replace(jda, replacement, message, nonce);
            case Destination.Home _, Destination.Mail _ -> new Sent.Undeliverable("Discord has no place for " + to);
        };
    }

    @Override
    public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        return gateway.jda()
                .map(jda -> posts.edit(jda, ref, renderer.message(message, actions)))
                .orElse(AWAY);
    }

    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        return whispers.whisper(to, renderer.message(secret, actions));
    }
}
