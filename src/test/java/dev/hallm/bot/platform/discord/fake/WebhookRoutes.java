package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an interaction's token reaches after the first response, for 15 minutes. */
final class WebhookRoutes {
    private static final String ROOT = "/webhooks/{webhook_id}/{webhook_token}";
    private static final String ORIGINAL = ROOT + "/messages/@original";
    private static final String MESSAGE = ROOT + "/messages/{message_id}";

    private final World world;

    WebhookRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(
                Route.open("POST " + ROOT, this::followUp),
                Route.open(
                        "GET " + ORIGINAL, call -> RestAnswer.ok(original(call).json())),
                Route.open("PATCH " + ORIGINAL, call -> edit(original(call), call)),
                Route.open("DELETE " + ORIGINAL, call -> delete(original(call))),
                Route.open("GET " + MESSAGE, call -> RestAnswer.ok(message(call).json())),
                Route.open("PATCH " + MESSAGE, call -> edit(message(call), call)),
                Route.open("DELETE " + MESSAGE, call -> delete(message(call))));
    }

    private SentInteraction find(Call call) {
        return Optional.of(call.variable("webhook_id"))
                .filter(world.app().id()::equals)
                .flatMap(id -> world.interactions().byToken(call.variable("webhook_token")))
                .filter(interaction -> interaction.response().isPresent())
                .filter(interaction -> !interaction.isExpired(world.clock().instant()))
                .orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_WEBHOOK));
    }

    /** Directly after a deferred message it edits that message and keeps its privacy, as documented. */
    private RestAnswer followUp(Call call) {
        SentInteraction interaction = find(call);
        Optional<DiscordMessage> loading = interaction.original().filter(DiscordMessage::isLoading);
        if (loading.isPresent()) {
            return edit(loading.get(), call);
        }
        DiscordMessage message = world.messages().create(interaction.channel(), call.body(), call.files(), interaction);
        interaction.followedUp(message);
        return RestAnswer.ok(message.json());
    }

    private DiscordMessage original(Call call) {
        return living(find(call).original());
    }

    private DiscordMessage message(Call call) {
        SentInteraction interaction = find(call);
        String id = call.variable("message_id");
        return living(Stream.concat(interaction.original().stream(), interaction.followups().stream())
                .filter(message -> message.id().equals(id))
                .findFirst());
    }

    private static DiscordMessage living(Optional<DiscordMessage> message) {
        return message.filter(one -> !one.isDeleted()).orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_MESSAGE));
    }

    private RestAnswer edit(DiscordMessage message, Call call) {
        world.messages().edit(message, call.body(), call.files());
        return RestAnswer.ok(message.json());
    }

    private RestAnswer delete(DiscordMessage message) {
        world.messages().delete(message);
        return RestAnswer.none();
    }
}
