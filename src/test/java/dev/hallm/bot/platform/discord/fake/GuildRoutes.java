package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** The guild with its roles, channels and members. */
final class GuildRoutes {
    private final World world;

    GuildRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(
                Route.of(
                        "GET /guilds/{guild_id}",
                        call -> RestAnswer.ok(guild(call).json())),
                Route.of("GET /guilds/{guild_id}/roles", this::roles),
                Route.of("GET /guilds/{guild_id}/channels", this::channels),
                Route.of("GET /guilds/{guild_id}/members", this::members),
                Route.of("GET /guilds/{guild_id}/members/search", this::search),
                Route.of("GET /guilds/{guild_id}/members/{user_id}", this::member));
    }

    private FakeGuild guild(Call call) {
        if (!call.variable("guild_id").equals(world.guild().id())) {
            throw new Refusal(DiscordError.UNKNOWN_GUILD);
        }
        return world.guild();
    }

    private RestAnswer roles(Call call) {
        ArrayNode roles = Json.array();
        guild(call).roles().forEach(role -> roles.add(role.json()));
        return RestAnswer.ok(roles);
    }

    private RestAnswer channels(Call call) {
        guild(call);
        ArrayNode channels = Json.array();
        world.channels().ofGuild().forEach(channel -> channels.add(channel.json()));
        return RestAnswer.ok(channels);
    }

    /** Listing needs the privileged intent. */
    private RestAnswer members(Call call) {
        FakeGuild guild = guild(call);
        if (!world.app().allows(PrivilegedIntent.GUILD_MEMBERS.bit())) {
            throw new Refusal(DiscordError.MISSING_ACCESS);
        }
        ArrayNode members = Json.array();
        int limit = limit(call);
        guild.members().stream().limit(limit).forEach(person -> members.add(UserJson.member(person)));
        return RestAnswer.ok(members);
    }

    private RestAnswer search(Call call) {
        FakeGuild guild = guild(call);
        String query = call.request().query().getOrDefault("query", "");
        if (query.isEmpty() || Json.length(query) > 100) {
            throw FormErrors.of("query", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        ArrayNode members = Json.array();
        guild.members().stream()
                .filter(person -> person.isCalled(query))
                .limit(limit(call))
                .forEach(person -> members.add(UserJson.member(person)));
        return RestAnswer.ok(members);
    }

    private RestAnswer member(Call call) {
        FakeGuild guild = guild(call);
        String id = call.variable("user_id");
        if (id.equals(world.app().botId())) {
            return RestAnswer.ok(UserJson.botMember(world.app()));
        }
        DiscordPerson person = guild.findMember(id).orElseThrow(() -> unknown(id));
        return RestAnswer.ok(UserJson.member(person));
    }

    private Refusal unknown(String id) {
        boolean exists = world.guild().findPerson(id).isPresent();
        return new Refusal(exists ? DiscordError.UNKNOWN_MEMBER : DiscordError.UNKNOWN_USER);
    }

    private static int limit(Call call) {
        int limit = Integer.parseInt(call.request().query().getOrDefault("limit", "1"));
        if (limit < 1 || limit > 1000) {
            throw FormErrors.of("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 1000.");
        }
        return limit;
    }
}
