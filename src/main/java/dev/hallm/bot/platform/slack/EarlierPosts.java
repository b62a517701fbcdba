package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.platform.slack.ChannelPosts.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Finds a message of ours whose answer got lost, by the nonce in its metadata. */
final class EarlierPosts {
    static final String EVENT_TYPE = "hallm_message";
    static final String KEY = "key";

    private static final Logger LOG = LoggerFactory.getLogger(EarlierPosts.class);
    private static final Duration HOW_FAR = Duration.ofHours(1);
    private static final int HOW_MANY = 100;

    private final SlackApi api;
    private final Clock clock;

    EarlierPosts(SlackApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** What a look into the channel shows. */
    sealed interface Search {
        record Found(MessageRef ref) implements Search {}

        record Nothing() implements Search {}

        /** Not known yet: posting now could be twice. */
        record Unclear(SlackAnswer.Failure failure) implements Search {}
    }

    Search find(Place place, String nonce) {
        return switch (api.call(method(place), arguments(place))) {
            case SlackAnswer.Ok ok -> search(ok.body().path("messages"), place, nonce);
            case SlackAnswer.Refused(String error) -> {
                LOG.warn("whether a message arrived earlier cannot be seen: {}", error);
                yield new Search.Nothing();
            }
            case SlackAnswer.Failure failure -> new Search.Unclear(failure);
        };
    }

    private static String method(Place place) {
        return place.thread() == null ? "conversations.history" : "conversations.replies";
    }

    private Map<String, String> arguments(Place place) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("channel", place.channel());
        arguments.put("include_all_metadata", "true");
        arguments.put("limit", String.valueOf(HOW_MANY));
        arguments.put("oldest", clock.instant().minus(HOW_FAR).getEpochSecond() + ".000000");
        if (place.thread() != null) {
            arguments.put("ts", place.thread());
        }
        return arguments;
    }

    private static Search search(JsonNode messages, Place place, String nonce) {
        for (JsonNode message : messages) {
            if (isOurs(message, nonce)) {
                return new Search.Found(new MessageRef(
                        SlackSettings.PLATFORM,
                        place.channel(),
                        message.path("ts").asString("")));
            }
        }
        return new Search.Nothing();
    }

    /** People cannot write metadata; what another app wrote has another nonce. */
    private static boolean isOurs(JsonNode message, String nonce) {
        JsonNode metadata = message.path("metadata");
        return metadata.path("event_type").asString("").equals(EVENT_TYPE)
                && metadata.path("event_payload").path(KEY).asString("").equals(nonce);
    }
}
