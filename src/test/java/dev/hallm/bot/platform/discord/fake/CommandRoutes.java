package dev.hallm.bot.platform.discord.fake;

import java.util.ArrayList;
import java.util.List;

/** Registration of application commands, global and of the guild. */
final class CommandRoutes {
    private static final String GLOBAL = "/applications/{application_id}/commands";
    private static final String GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";

    private final World world;

    CommandRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (String root : List.of(GLOBAL, GUILD)) {
            routes.add(Route.of("GET " + root, this::list));
            routes.add(Route.of("PUT " + root, this::overwrite));
            routes.add(Route.of("POST " + root, this::create));
            routes.add(Route.of("GET " + root + "/{command_id}", this::get));
            routes.add(Route.of("PATCH " + root + "/{command_id}", this::change));
            routes.add(Route.of("DELETE " + root + "/{command_id}", this::delete));
        }
        return routes;
    }

    private FakeCommands commands() {
        return world.commands();
    }

    private String scope(Call call) {
        if (!call.variable("application_id").equals(world.app().id())) {
            throw new Refusal(DiscordError.MISSING_ACCESS);
        }
        String guild = call.variables().getOrDefault("guild_id", "");
        if (!guild.isEmpty() && !guild.equals(world.guild().id())) {
            throw new Refusal(DiscordError.MISSING_ACCESS);
        }
        return guild;
    }

    private RestAnswer list(Call call) {
        return RestAnswer.ok(Json.array().addAll(commands().list(scope(call))));
    }

    private RestAnswer overwrite(Call call) {
        return RestAnswer.ok(commands().overwrite(scope(call), call.body()));
    }

    private RestAnswer create(Call call) {
        String scope = scope(call);
        int status = commands().knows(scope, call.body()) ? 200 : 201;
        return RestAnswer.json(status, commands().create(scope, call.body()));
    }

    private RestAnswer get(Call call) {
        return RestAnswer.ok(commands().get(scope(call), call.variable("command_id")));
    }

    private RestAnswer change(Call call) {
        return RestAnswer.ok(commands().change(scope(call), call.variable("command_id"), call.body()));
    }

    private RestAnswer delete(Call call) {
        commands().delete(scope(call), call.variable("command_id"));
        return RestAnswer.none();
    }
}
