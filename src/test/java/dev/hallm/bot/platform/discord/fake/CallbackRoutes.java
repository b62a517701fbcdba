package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first response to an interaction: once, within 3 seconds, of a type that fits. */
final class CallbackRoutes {
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    private final World world;

    CallbackRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(Route.open("POST /interactions/{interaction_id}/{interaction_token}/callback", this::respond));
    }

    private RestAnswer respond(Call call) {
        SentInteraction interaction = find(call);
        ResponseType type = ResponseType.of(call.body().path("type").asInt(0));
        fits(interaction, type);
        JsonNode data = call.body().path("data");
        switch (type) {
            case PONG -> interaction.respond(type, false);
            case MESSAGE -> reply(interaction, data, call.files());
            case DEFERRED_MESSAGE -> defer(interaction, data);
            case DEFERRED_UPDATE, UPDATE -> update(interaction, type, data, call.files());
            case AUTOCOMPLETE -> suggest(interaction, data);
            case MODAL -> open(interaction, data);
        }
        return call.flag("with_response") ? RestAnswer.ok(response(interaction, type)) : RestAnswer.none();
    }

    private SentInteraction find(Call call) {
        SentInteraction interaction = world.interactions()
                .byToken(call.variable("interaction_token"))
                .filter(known -> known.id().equals(call.variable("interaction_id")))
                .orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_INTERACTION));
        if (interaction.response().isPresent()) {
            throw new Refusal(DiscordError.ALREADY_ACKNOWLEDGED);
        }
        if (interaction.isTooLateToAnswer(world.clock().instant())) {
            throw new Refusal(DiscordError.UNKNOWN_INTERACTION);
        }
        return interaction;
    }

    private static void fits(SentInteraction interaction, ResponseType type) {
        boolean hasSource = interaction.source().isPresent();
        Set<ResponseType> allowed = hasSource
                ? Set.of(
                        ResponseType.MESSAGE,
                        ResponseType.DEFERRED_MESSAGE,
                        ResponseType.DEFERRED_UPDATE,
                        ResponseType.UPDATE,
                        ResponseType.MODAL)
                : Set.of(ResponseType.MESSAGE, ResponseType.DEFERRED_MESSAGE, ResponseType.MODAL);
        boolean fits = switch (interaction.type()) {
            case 4 -> type == ResponseType.AUTOCOMPLETE;
            case 5 -> allowed.contains(type) && type != ResponseType.MODAL;
            default -> allowed.contains(type);
        };
        if (!fits) {
            throw FormErrors.of(
                    "type",
                    "INTERACTION_CALLBACK_TYPE",
                    type + " is no answer to an interaction of type " + interaction.type());
        }
    }

    private void reply(SentInteraction interaction, JsonNode data, List<DiscordFile> files) {
        DiscordMessage message = world.messages().create(interaction.channel(), data, files, interaction);
        interaction.original(message);
        interaction.respond(ResponseType.MESSAGE, message.isEphemeral());
    }

    private void defer(SentInteraction interaction, JsonNode data) {
        int flags = data.path("flags").asInt(0);
        if ((flags & ~(DiscordMessage.EPHEMERAL | SUPPRESS_EMBEDS)) != 0) {
            throw FormErrors.of("data.flags", "DEFERRED_FLAGS", "Only EPHEMERAL is allowed when deferring");
        }
        interaction.original(world.messages().loading(interaction, flags));
        interaction.respond(ResponseType.DEFERRED_MESSAGE, (flags & DiscordMessage.EPHEMERAL) != 0);
    }

    private void update(SentInteraction interaction, ResponseType type, JsonNode data, List<DiscordFile> files) {
        DiscordMessage source = interaction.source().orElseThrow();
        if (type == ResponseType.UPDATE) {
            world.messages().edit(source, data, files);
        }
        interaction.original(source);
        interaction.respond(type, source.isEphemeral());
    }

    private static void suggest(SentInteraction interaction, JsonNode data) {
        FormErrors errors = new FormErrors();
        JsonNode choices = data.path("choices");
        errors.atMostItems("data.choices", choices.size(), 25);
        for (int i = 0; i < choices.size(); i++) {
            errors.between("data.choices." + i + ".name", Json.text(choices.path(i), "name"), 1, 100);
            errors.between("data.choices." + i + ".value", Json.text(choices.path(i), "value"), 1, 100);
        }
        errors.refuseIfAny();
        interaction.suggests(choices.valueStream()
                .map(choice -> new Choice(Json.text(choice, "name"), Json.text(choice, "value")))
                .toList());
        interaction.respond(ResponseType.AUTOCOMPLETE, false);
    }

    private void open(SentInteraction interaction, JsonNode data) {
        ModalRules.check(data, world.problems());
        interaction.opens(new OpenedModal(interaction, data));
        interaction.respond(ResponseType.MODAL, false);
    }

    private static ObjectNode response(SentInteraction interaction, ResponseType type) {
        ObjectNode body = Json.object();
        ObjectNode about = body.putObject("interaction");
        about.put("id", interaction.id()).put("type", interaction.type());
        interaction.original().ifPresent(message -> {
            about.put("response_message_id", message.id());
            about.put("response_message_loading", message.isLoading());
            about.put("response_message_ephemeral", message.isEphemeral());
            ObjectNode resource = body.putObject("resource").put("type", type.value());
            resource.set("message", message.json());
        });
        return body;
    }
}
