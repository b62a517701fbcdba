package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The fields that every message has. */
final class MessageJson {
    private MessageJson() {}

    static ObjectNode empty(World world, DiscordChannel channel, @Nullable SentInteraction interaction) {
        ObjectNode json = Json.object().put("id", world.nextId()).put("channel_id", channel.id());
        json.put("type", interaction != null && interaction.isCommand() ? 20 : 0)
                .putNull("content");
        json.set("author", world.app().bot());
        json.put("timestamp", Timestamps.of(world.clock().instant())).putNull("edited_timestamp");
        json.put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", 0);
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            json.putArray(list);
        }
        json.put("application_id", world.app().id());
        if (interaction != null) {
            json.put("webhook_id", world.app().id());
            json.set("interaction_metadata", metadata(interaction));
        }
        return json;
    }

    private static ObjectNode metadata(SentInteraction interaction) {
        ObjectNode metadata = Json.object().put("id", interaction.id()).put("type", interaction.type());
        metadata.set("user", interaction.person().user());
        metadata.set("authorizing_integration_owners", interaction.owners());
        return metadata;
    }

    static ObjectNode attachment(World world, DiscordChannel channel, String id, DiscordFile file) {
        String url = world.address() + "/attachments/" + channel.id() + "/" + id + "/" + file.name();
        ObjectNode json = Json.object().put("id", id).put("filename", file.name());
        return json.put("size", file.bytes().length).put("url", url).put("proxy_url", url);
    }
}
