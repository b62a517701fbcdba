package dev.hallm.bot.platform.discord.fake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A text channel of the guild, or the bot's direct messages with one person. */
public final class DiscordChannel {
    private final World world;
    private final String id;
    private final String name;
    private final @Nullable DiscordPerson recipient;
    private volatile long botPermissions = Permission.POSTING;
    private volatile boolean deleted;

    DiscordChannel(World world, String name, @Nullable DiscordPerson recipient) {
        this.world = world;
        this.id = world.nextId();
        this.name = name;
        this.recipient = recipient;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Whose direct messages these are; empty for a channel of the guild. */
    public Optional<DiscordPerson> recipient() {
        return Optional.ofNullable(recipient);
    }

    public boolean isDirect() {
        return recipient != null;
    }

    public boolean botMay(long permission) {
        return isDirect() || (botPermissions & permission) == permission;
    }

    /** Sets what the bot may do here, and tells its gateway sessions. */
    public void botPermissions(long permissions) {
        botPermissions = permissions;
        world.gateway().dispatch("CHANNEL_UPDATE", json(), Intent.GUILDS);
    }

    /** Somebody deletes the channel. */
    public void delete() {
        deleted = true;
        world.gateway().dispatch("CHANNEL_DELETE", json(), Intent.GUILDS);
    }

    boolean isDeleted() {
        return deleted;
    }

    long appPermissions() {
        return isDirect() ? Permission.ATTACH_FILES | Permission.EMBED_LINKS : botPermissions;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("type", isDirect() ? 1 : 0);
        json.put("flags", 0).putNull("last_message_id");
        if (recipient != null) {
            json.putArray("recipients").add(recipient.user());
            return json;
        }
        json.put("guild_id", world.guild().id()).put("name", name).put("position", 0);
        json.putNull("parent_id").putNull("topic").put("nsfw", false).put("rate_limit_per_user", 0);
        ObjectNode overwrite = json.putArray("permission_overwrites").addObject();
        overwrite.put("id", world.app().botId()).put("type", 1);
        overwrite.put("allow", Long.toString(botPermissions));
        overwrite.put("deny", Long.toString(Permission.EVERYONE & ~botPermissions));
        return json;
    }
}
