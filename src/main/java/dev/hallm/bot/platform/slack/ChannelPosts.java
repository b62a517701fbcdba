package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that stay, in channels and direct messages. Each carries its post's nonce as metadata, so that a repeat finds
 * the one that arrived without anybody here learning it.
 */
final class ChannelPosts {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelPosts.class);
    private static final Set<String> GONE =
            Set.of("message_not_found", "channel_not_found", "cant_update_message", "is_archived", "not_in_channel");

    private final SlackApi api;
    private final ChannelPace pace;
    private final EarlierPosts earlier;
    private final SlackFiles files;
    private final JsonMapper json;

    ChannelPosts(SlackApi api, ChannelPace pace, EarlierPosts earlier, SlackFiles files, JsonMapper json) {
        this.api = api;
        this.pace = pace;
        this.earlier = earlier;
        this.files = files;
        this.json = json;
    }

    /** A place for messages; {@code thread} is null outside of one. */
    record Place(String channel, @Nullable String thread) {
        static Place channel(String id) {
            return new Place(id, null);
        }
    }

    /** Posts the message, further pages as replies under it, and its files beside it. */
    Sent post(Place place, Rendered message, Attempt attempt) {
        if (attempt.repeated()) {
            switch (earlier.find(place, attempt.nonce())) {
                case EarlierPosts.Search.Found(MessageRef ref) -> {
                    return new Sent.Delivered(ref).perhapsEarlier();
                }
                case EarlierPosts.Search.Unclear(SlackAnswer.Failure failure) -> {
                    return Unsent.because(failure);
                }
                case EarlierPosts.Search.Nothing _ -> LOG.debug("an earlier try did not arrive");
            }
        }
        return postNew(place, message, attempt);
    }

    private Sent postNew(Place place, Rendered message, Attempt attempt) {
        return switch (send(place, message.first(), attempt.nonce())) {
            case SlackAnswer.Ok ok -> {
                var ref = new MessageRef(SlackSettings.PLATFORM, ok.string("channel"), ok.string("ts"));
                addTheRest(new Place(ref.channel(), place.thread() == null ? ref.message() : place.thread()), message);
                yield new Sent.Delivered(ref);
            }
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    /** What fails here is not repeated: the message itself would come twice. */
    private void addTheRest(Place place, Rendered message) {
        List<Page> further = message.pages().subList(1, message.pages().size());
        for (Page page : further) {
            pause(place);
            warn("a further page", sendNow(place, page, ""));
        }
        for (Block.Attachment file : message.files()) {
            warn("a file", files.upload(place, file));
        }
    }

    private static void warn(String what, SlackAnswer answer) {
        if (answer instanceof SlackAnswer.Failure failure) {
            LOG.warn("{} of a message is missing: {}", what, failure);
        }
    }

    private SlackAnswer send(Place place, Page page, String nonce) {
        Optional<Duration> wait = pace.take(place.channel());
        return wait.isPresent() ? new SlackAnswer.Limited(wait.get()) : sendNow(place, page, nonce);
    }

    /** A further page cannot wait for another try of its row, so it waits here, a moment. */
    private void pause(Place place) {
        try {
            Thread.sleep(pace.take(place.channel()).orElse(Duration.ZERO));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private SlackAnswer sendNow(Place place, Page page, String nonce) {
        Map<String, String> arguments = content(page);
        arguments.put("channel", place.channel());
        arguments.put("unfurl_links", "false");
        arguments.put("unfurl_media", "false");
        if (!nonce.isEmpty()) {
            arguments.put("metadata", metadata(nonce));
        }
        if (place.thread() != null) {
            arguments.put("thread_ts", place.thread());
        }
        return api.call("chat.postMessage", arguments);
    }

    private String metadata(String nonce) {
        ObjectNode metadata = Nodes.object().put("event_type", EarlierPosts.EVENT_TYPE);
        metadata.putObject("event_payload").put(EarlierPosts.KEY, nonce);
        return json.writeValueAsString(metadata);
    }

    /** Shows a message to one person only; whether they are looking is not known. */
    SlackAnswer show(Place place, String user, Page page) {
        Map<String, String> arguments = content(page);
        arguments.put("channel", place.channel());
        arguments.put("user", user);
        if (place.thread() != null) {
            arguments.put("thread_ts", place.thread());
        }
        return api.call("chat.postEphemeral", arguments);
    }

    /** Changes the message itself; text and blocks go together, because text alone would remove the blocks. */
    Sent edit(MessageRef ref, Rendered message, Urgency urgency) {
        Map<String, String> arguments = content(message.first());
        arguments.put("channel", ref.channel());
        arguments.put("ts", ref.message());
        return switch (api.call("chat.update", arguments, urgency)) {
            case SlackAnswer.Ok _ -> new Sent.Delivered(ref);
            case SlackAnswer.Refused(String error) when GONE.contains(error) -> new Sent.Undeliverable(error);
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    private Map<String, String> content(Page page) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("text", page.text());
        arguments.put("blocks", json.writeValueAsString(page.blocks()));
        return arguments;
    }
}
