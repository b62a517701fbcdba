package dev.hallm.bot.platform.discord.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one guild that the app is installed in: its roles and members. */
public final class FakeGuild {
    private final World world;
    private final String id;
    private final String ownerId;
    private final Map<String, DiscordRole> roles = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordPerson> people = new ConcurrentSkipListMap<>();

    FakeGuild(World world) {
        this.world = world;
        id = world.nextId();
        ownerId = world.nextId();
        roles.put(id, new DiscordRole(id, "@everyone", Permission.EVERYONE, 0));
    }

    public String id() {
        return id;
    }

    public DiscordRole role(String name) {
        return role(name, 0);
    }

    public DiscordRole role(String name, long permissions) {
        DiscordRole role = new DiscordRole(world.nextId(), name, permissions, roles.size());
        roles.put(role.id(), role);
        dispatchRole("GUILD_ROLE_CREATE", role);
        return role;
    }

    /** Somebody joins. */
    public DiscordPerson member(String username, DiscordRole... theirs) {
        DiscordPerson person = new DiscordPerson(world, username, List.of(theirs));
        people.put(person.id(), person);
        return person;
    }

    /** Somebody with a Discord account who isn't in the guild. */
    public DiscordPerson stranger(String username) {
        DiscordPerson person = member(username);
        person.leaves();
        return person;
    }

    public Collection<DiscordPerson> members() {
        return people.values().stream().filter(DiscordPerson::isMember).toList();
    }

    Collection<DiscordRole> roles() {
        return roles.values();
    }

    Optional<DiscordRole> findRole(String roleId) {
        return Optional.ofNullable(roles.get(roleId));
    }

    Optional<DiscordPerson> findPerson(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    Optional<DiscordPerson> findMember(String userId) {
        return findPerson(userId).filter(DiscordPerson::isMember);
    }

    private void dispatchRole(String event, DiscordRole role) {
        ObjectNode data = Json.object().put("guild_id", id);
        data.set("role", role.json());
        world.gateway().dispatch(event, data, Intent.GUILDS);
    }

    /** The guild of the HTTP API. */
    ObjectNode json() {
        ObjectNode guild = Json.object().put("id", id).put("name", "Lab").put("owner_id", ownerId);
        guild.putNull("icon").putNull("description").putNull("home_header").putNull("splash");
        guild.putNull("discovery_splash").putNull("banner").putNull("application_id");
        guild.put("region", "deprecated").putNull("afk_channel_id").put("afk_timeout", 300);
        guild.putNull("system_channel_id").put("system_channel_flags", 0);
        guild.put("widget_enabled", false).putNull("widget_channel_id").put("verification_level", 0);
        guild.put("default_message_notifications", 0).put("mfa_level", 0).put("explicit_content_filter", 0);
        guild.putNull("max_presences").put("max_members", 500000).put("max_stage_video_channel_users", 50);
        guild.put("max_video_channel_users", 25).putNull("vanity_url_code").put("premium_tier", 0);
        guild.put("premium_subscription_count", 0).put("preferred_locale", "en-US");
        guild.putNull("rules_channel_id").putNull("safety_alerts_channel_id");
        guild.putNull("public_updates_channel_id").put("premium_progress_bar_enabled", false);
        guild.putNull("premium_progress_bar_enabled_user_updated_at");
        guild.put("nsfw", false).put("nsfw_level", 0);
        guild.putNull("incidents_data").put("owner", false);
        guild.putArray("features");
        guild.putArray("emojis");
        guild.putArray("stickers");
        roles().forEach(role -> guild.withArray("roles").add(role.json()));
        guild.put("premium_progress_bar_enabled", false);
        return guild;
    }

    /** The guild of GUILD_CREATE: without the presence intent only the bot's own member. */
    ObjectNode created() {
        ObjectNode guild = json().put("unavailable", false).put("large", false);
        guild.put("member_count", members().size() + 1).put("joined_at", "2026-01-01T00:00:00.000000+00:00");
        guild.putArray("members").add(UserJson.botMember(world.app()));
        ArrayNode channels = guild.putArray("channels");
        world.channels().ofGuild().forEach(channel -> channels.add(channel.json()));
        for (String empty : List.of(
                "threads",
                "voice_states",
                "presences",
                "guild_scheduled_events",
                "stage_instances",
                "soundboard_sounds")) {
            guild.putArray(empty);
        }
        return guild;
    }
}
