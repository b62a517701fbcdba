package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All messages, with the rules of sending and editing them. */
final class Messages {
    private static final Duration NONCE_MEMORY = Duration.ofMinutes(5);
    private static final Duration OLD = Duration.ofHours(1);

    private final World world;
    private final Map<Long, DiscordMessage> all = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordMessage> byNonce = new ConcurrentHashMap<>();
    private volatile int oldEdits = 3;

    Messages(World world) {
        this.world = world;
    }

    void oldEdits(int edits) {
        oldEdits = edits;
    }

    List<DiscordMessage> all() {
        return List.copyOf(all.values());
    }

    List<DiscordMessage> in(DiscordChannel channel) {
        return all.values().stream()
                .filter(message -> message.channel() == channel && !message.isDeleted())
                .toList();
    }

    /** A message of the channel that bots can reach by id: not deleted, not ephemeral. */
    DiscordMessage find(DiscordChannel channel, String id) {
        return Optional.ofNullable(all.get(Long.valueOf(id)))
                .filter(message -> message.channel() == channel && !message.isDeleted())
                .filter(message -> !message.isEphemeral())
                .orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_MESSAGE));
    }

    /** Creates a message from a request body; the same enforced nonce gives the first message again. */
    DiscordMessage create(
            DiscordChannel channel, JsonNode body, List<DiscordFile> files, @Nullable SentInteraction interaction) {
        Optional<DiscordMessage> first = sameNonce(channel, body);
        if (first.isPresent()) {
            return first.get();
        }
        MessageDraft draft = MessageDraft.fresh(world, channel, interaction);
        draft.apply(body, files);
        MessageRules.notEmpty(draft.json());
        DiscordMessage message = keep(draft);
        if (Json.has(body, "nonce")) {
            byNonce.put(nonceKey(channel, body), message);
        }
        return message;
    }

    /** The "thinking" message of a deferred answer. */
    DiscordMessage loading(SentInteraction interaction, int flags) {
        MessageDraft draft = MessageDraft.fresh(world, interaction.channel(), interaction);
        draft.json().put("flags", flags | DiscordMessage.LOADING);
        return keep(draft);
    }

    private DiscordMessage keep(MessageDraft draft) {
        DiscordMessage message = draft.message();
        draft.write();
        all.put(Long.valueOf(message.id()), message);
        announce("MESSAGE_CREATE", message);
        return message;
    }

    /** Changes what the request names and leaves the rest. */
    void edit(DiscordMessage message, JsonNode body, List<DiscordFile> files) {
        boolean late = message.createdAt().plus(OLD).isBefore(world.clock().instant());
        if (late && message.lateEdits() >= oldEdits) {
            throw new Refusal(DiscordError.TOO_MANY_OLD_EDITS);
        }
        boolean answered = message.isLoading();
        MessageDraft draft = MessageDraft.of(world, message);
        draft.apply(body, files);
        MessageRules.notEmpty(draft.json());
        if (!answered) {
            draft.json().put("edited_timestamp", Timestamps.of(world.clock().instant()));
            message.countEdit(late);
        }
        draft.write();
        announce("MESSAGE_UPDATE", message);
    }

    void delete(DiscordMessage message) {
        message.delete();
        ObjectNode data = Json.object().put("id", message.id());
        data.put("channel_id", message.channel().id());
        dispatch("MESSAGE_DELETE", message, data);
    }

    private Optional<DiscordMessage> sameNonce(DiscordChannel channel, JsonNode body) {
        if (!Json.has(body, "nonce") || !body.path("enforce_nonce").asBoolean(false)) {
            return Optional.empty();
        }
        return Optional.ofNullable(byNonce.get(nonceKey(channel, body)))
                .filter(first -> first.createdAt()
                        .plus(NONCE_MEMORY)
                        .isAfter(world.clock().instant()));
    }

    private static String nonceKey(DiscordChannel channel, JsonNode body) {
        return channel.id() + "/" + Json.text(body, "nonce");
    }

    private void announce(String event, DiscordMessage message) {
        dispatch(event, message, message.json());
    }

    private void dispatch(String event, DiscordMessage message, ObjectNode data) {
        if (message.isEphemeral()) {
            return;
        }
        if (!message.channel().isDirect()) {
            data.put("guild_id", world.guild().id());
        }
        int intent = message.channel().isDirect() ? Intent.DIRECT_MESSAGES : Intent.GUILD_MESSAGES;
        world.gateway().dispatch(event, data, intent);
    }
}
