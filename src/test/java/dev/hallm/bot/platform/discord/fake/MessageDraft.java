package dev.hallm.bot.platform.discord.fake;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message while a request is applied to it; nothing is visible before {@link #write}. */
final class MessageDraft {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    private static final int EDITABLE = SUPPRESS_EMBEDS | DiscordMessage.COMPONENTS_V2;
    private static final int SETTABLE = EDITABLE | DiscordMessage.EPHEMERAL | SUPPRESS_NOTIFICATIONS;

    private final World world;
    private final DiscordMessage message;
    private final ObjectNode json;
    private final Map<String, DiscordFile> files;
    private Set<String> pings;

    private MessageDraft(World world, DiscordMessage message) {
        this.world = world;
        this.message = message;
        json = message.json();
        files = message.filesById();
        pings = message.pings();
    }

    static MessageDraft fresh(World world, DiscordChannel channel, @Nullable SentInteraction interaction) {
        ObjectNode json = MessageJson.empty(world, channel, interaction);
        return new MessageDraft(world, new DiscordMessage(channel, world.clock().instant(), json, interaction));
    }

    static MessageDraft of(World world, DiscordMessage message) {
        return new MessageDraft(world, message);
    }

    DiscordMessage message() {
        return message;
    }

    ObjectNode json() {
        return json;
    }

    void apply(JsonNode body, List<DiscordFile> uploads) {
        int flags = json.path("flags").asInt(0);
        int asked = body.path("flags").asInt(0);
        boolean fresh = !message.isLoading() && json.path("content").isNull();
        int settable = fresh ? SETTABLE : EDITABLE;
        int merged = (flags | (asked & settable)) & ~DiscordMessage.LOADING;
        boolean v2 = (merged & DiscordMessage.COMPONENTS_V2) != 0;
        attach(body, uploads);
        MessageRules.check(body, v2, names());
        replace(body);
        if (v2) {
            onlyComponents();
        }
        json.put("flags", merged);
        mention(body);
    }

    /** A message that becomes Components V2 must have been emptied of the old fields by the same request. */
    private void onlyComponents() {
        FormErrors errors = new FormErrors();
        if (!Json.text(json, "content").isEmpty() || !json.path("embeds").isEmpty()) {
            errors.add(
                    "flags",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "content and embeds must be reset before IS_COMPONENTS_V2 is set");
        }
        errors.refuseIfAny();
    }

    private void replace(JsonNode body) {
        if (body.has("content")) {
            json.put("content", Json.text(body, "content"));
        } else if (json.path("content").isNull()) {
            json.put("content", "");
        }
        for (String list : List.of("embeds", "components")) {
            if (body.has(list)) {
                json.set(list, body.path(list).isArray() ? body.path(list).deepCopy() : Json.array());
            }
        }
        if (Json.has(body, "nonce")) {
            json.set("nonce", body.path("nonce"));
        }
        JsonNode reference = body.path("message_reference");
        if (reference.isObject()) {
            json.put("type", 19)
                    .putObject("message_reference")
                    .put("type", 0)
                    .put("channel_id", message.channel().id())
                    .put("message_id", Json.text(reference, "message_id"));
        }
        json.path("embeds").forEach(MessageDraft::complete);
        Components.number(json.path("components"));
        MediaLinks.resolve(json);
    }

    private static void complete(JsonNode embed) {
        ((ObjectNode) embed).put("type", "rich");
        Json.items(embed, "fields")
                .forEach(field ->
                        ((ObjectNode) field).put("inline", field.path("inline").asBoolean(false)));
    }

    private void attach(JsonNode body, List<DiscordFile> uploads) {
        boolean listed = body.path("attachments").isArray();
        Map<String, DiscordFile> kept = new LinkedHashMap<>();
        if (!listed) {
            kept.putAll(files);
        }
        Set<String> uploaded = new LinkedHashSet<>();
        uploads.forEach(file -> uploaded.add(Integer.toString(file.index())));
        Json.items(body, "attachments").forEach(attachment -> {
            String id = Json.text(attachment, "id");
            DiscordFile old = files.get(id);
            if (old != null) {
                kept.put(id, old);
            } else if (!uploaded.contains(id)) {
                throw FormErrors.of("attachments", "MESSAGE_ATTACHMENT_NOT_FOUND", "Attachment not found");
            }
        });
        uploads.forEach(file -> kept.put(world.nextId(), file));
        if (kept.size() > 10) {
            throw FormErrors.of("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        files.clear();
        files.putAll(kept);
        ArrayNode attachments = json.putArray("attachments");
        files.forEach((id, file) -> attachments.add(MessageJson.attachment(world, message.channel(), id, file)));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        files.values().forEach(file -> names.add(file.name()));
        return names;
    }

    private void mention(JsonNode body) {
        boolean interaction = message.interaction().isPresent();
        boolean everyone = message.channel().botMay(Permission.MENTION_EVERYONE);
        pings = Mentions.allowed(body, interaction).pings(json, everyone);
        ArrayNode users = json.putArray("mentions");
        ArrayNode roles = json.putArray("mention_roles");
        for (String id : Mentions.users(json)) {
            if (pings.contains("user:" + id)) {
                world.guild().findPerson(id).ifPresent(person -> users.add(person.user()));
            }
        }
        pings.stream().filter(ping -> ping.startsWith("role:")).forEach(ping -> roles.add(ping.substring(5)));
        json.put("mention_everyone", pings.contains("everyone"));
    }

    void write() {
        json.put("content", Json.text(json, "content"));
        message.write(json, files, pings);
    }
}
