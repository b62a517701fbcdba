package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The app itself, users, direct messages and the address of the gateway. */
final class AppRoutes {
    private final World world;

    AppRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET /users/@me", call -> RestAnswer.ok(UserJson.ownUser(world.app()))),
                Route.of(
                        "GET /applications/@me",
                        call -> RestAnswer.ok(world.app().json())),
                Route.open("GET /gateway", call -> RestAnswer.ok(gateway())),
                Route.of("GET /gateway/bot", call -> RestAnswer.ok(gatewayForBot())),
                Route.of("POST /users/@me/channels", this::openDirectMessages),
                Route.of("GET /users/{user_id}", this::user));
    }

    private ObjectNode gateway() {
        return Json.object().put("url", world.gateway().url());
    }

    private ObjectNode gatewayForBot() {
        ObjectNode json = gateway().put("shards", 1);
        ObjectNode limit = json.putObject("session_start_limit").put("total", FakeGateway.IDENTIFIES_A_DAY);
        limit.put("remaining", world.gateway().remainingIdentifies());
        limit.put("reset_after", 86_400_000).put("max_concurrency", 1);
        return json;
    }

    private RestAnswer openDirectMessages(Call call) {
        String id = Json.text(call.body(), "recipient_id");
        if (id.isEmpty()) {
            throw FormErrors.of("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (id.equals(world.app().botId())) {
            throw new Refusal(DiscordError.CLOSED_DIRECT_MESSAGES);
        }
        DiscordPerson person = world.guild().findPerson(id).orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_USER));
        return RestAnswer.ok(person.directMessages().json());
    }

    private RestAnswer user(Call call) {
        String id = call.variable("user_id");
        if (id.equals(world.app().botId())) {
            return RestAnswer.ok(world.app().bot());
        }
        return RestAnswer.ok(world.guild()
                .findPerson(id)
                .orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_USER))
                .user());
    }
}
