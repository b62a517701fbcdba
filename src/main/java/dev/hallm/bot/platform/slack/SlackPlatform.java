package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.platform.slack.ChannelPosts.Place;

/** Slack as a place where people talk; what is sent waits while there is no token. */
final class SlackPlatform implements ChatPlatform {
    private final SlackAccess access;
    private final ChannelPosts posts;
    private final DirectMessages direct;
    private final HomePages homes;
    private final PrivateAnswers answers;
    private final SlackRenderer renderer;

    SlackPlatform(
            SlackAccess access,
            ChannelPosts posts,
            DirectMessages direct,
            HomePages homes,
            PrivateAnswers answers,
            SlackRenderer renderer) {
        this.access = access;
        this.posts = posts;
        this.direct = direct;
        this.homes = homes;
        this.answers = answers;
        this.renderer = renderer;
    }

    @Override
    public String name() {
        return SlackSettings.PLATFORM;
    }

    @Override
    public boolean sends() {
        return access.canSend();
    }

    @Override
    public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        return switch (to) {
            case Destination.Channel(var _, String id) ->
                posts.post(Place.channel(id), renderer.message(message, actions), attempt);
            case Destination.Under(MessageRef parent) ->
                posts.post(new Place(parent.channel(), parent.message()), renderer.message(message, actions), attempt);
            case Destination.Direct(var account) ->
                direct.post(account.user(), renderer.message(message, actions), attempt);
            case Destination.Home(var account) -> homes.publish(account.user(), message, actions);
            case Destination.Mail _ -> new Sent.Undeliverable("Slack sends no mail");
            case Destination.Reply reply -> answers.reply(reply, message, actions, attempt);
            case Destination.Replacement replacement -> answers.replace(replacement, message, actions, attempt);
        };
    }

    @Override
    public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        return ref.channel().equals(HomePages.CHANNEL)
                ? homes.publish(ref.message(), message, actions)
                : posts.edit(ref, renderer.message(message, actions), urgency);
    }

    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        return answers.whisper(to, secret, actions);
    }

    @Override
    public Sent handOver(Destination.Direct to, Message secret, ActionIds actions, Attempt attempt) {
        return answers.handOver(to.account().user(), renderer.message(secret, actions), attempt);
    }
}
