package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.platform.slack.ChannelPosts.Place;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversation that the bot has with each person, by the id that Slack gives it. */
final class DirectMessages {
    private static final int MOST_REMEMBERED = 10_000;

    private final SlackApi api;
    private final ChannelPosts posts;
    private final Map<String, String> channels = new ConcurrentHashMap<>();

    DirectMessages(SlackApi api, ChannelPosts posts) {
        this.api = api;
        this.posts = posts;
    }

    /** The conversation with a person, or why there is none. */
    sealed interface Conversation {
        record Open(Place place) implements Conversation {}

        record Closed(SlackAnswer.Failure failure) implements Conversation {}
    }

    Sent post(String user, Rendered message, Attempt attempt) {
        return switch (with(user)) {
            case Conversation.Open(Place place) -> post(user, place, message, attempt);
            case Conversation.Closed(SlackAnswer.Failure failure) -> Unsent.because(failure);
        };
    }

    private Sent post(String user, Place place, Rendered message, Attempt attempt) {
        Sent sent = posts.post(place, message, attempt);
        if (sent instanceof Sent.Undeliverable) {
            channels.remove(user);
        }
        return sent;
    }

    Conversation with(String user) {
        String known = channels.get(user);
        return known == null ? open(user) : new Conversation.Open(Place.channel(known));
    }

    private Conversation open(String user) {
        return switch (api.call("conversations.open", Map.of("users", user))) {
            case SlackAnswer.Ok ok -> {
                String channel = ok.body().path("channel").path("id").asString("");
                remember(user, channel);
                yield new Conversation.Open(Place.channel(channel));
            }
            case SlackAnswer.Failure failure -> new Conversation.Closed(failure);
        };
    }

    private void remember(String user, String channel) {
        if (channels.size() >= MOST_REMEMBERED) {
            channels.clear();
        }
        channels.put(user, channel);
    }
}
