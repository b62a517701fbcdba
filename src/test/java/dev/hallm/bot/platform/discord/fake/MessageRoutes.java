package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels and their messages, as the bot reaches them with its token. */
final class MessageRoutes {
    private final World world;

    MessageRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(
                Route.of(
                        "GET /channels/{channel_id}",
                        call -> RestAnswer.ok(channel(call).json())),
                Route.of("POST /channels/{channel_id}/messages", this::create),
                Route.of("GET /channels/{channel_id}/messages", this::list),
                Route.of("GET /channels/{channel_id}/messages/{message_id}", this::get),
                Route.of("PATCH /channels/{channel_id}/messages/{message_id}", this::edit),
                Route.of("DELETE /channels/{channel_id}/messages/{message_id}", this::delete),
                Route.open("GET /attachments/{channel_id}/{attachment_id}/{name}", this::file));
    }

    private DiscordChannel channel(Call call) {
        return world.channels().visible(call.variable("channel_id"));
    }

    private RestAnswer create(Call call) {
        DiscordChannel channel = channel(call);
        need(channel, Permission.SEND_MESSAGES);
        channel.recipient().filter(DiscordPerson::hasClosedDirectMessages).ifPresent(person -> {
            throw new Refusal(DiscordError.CLOSED_DIRECT_MESSAGES);
        });
        content(channel, call);
        JsonNode reference = call.body().path("message_reference");
        if (reference.isObject()) {
            refer(channel, reference);
        }
        DiscordMessage message = world.messages().create(channel, call.body(), call.files(), null);
        return RestAnswer.ok(reference.isObject() ? reply(message, reference) : message.json());
    }

    private static void content(DiscordChannel channel, Call call) {
        if (!call.files().isEmpty()) {
            need(channel, Permission.ATTACH_FILES);
        }
        if (!call.body().path("embeds").isEmpty()) {
            need(channel, Permission.EMBED_LINKS);
        }
    }

    private void refer(DiscordChannel channel, JsonNode reference) {
        need(channel, Permission.READ_MESSAGE_HISTORY);
        String id = Json.text(reference, "message_id");
        boolean must = reference.path("fail_if_not_exists").asBoolean(true);
        boolean there = world.messages().in(channel).stream()
                .anyMatch(message -> message.id().equals(id));
        if (must && !there) {
            throw FormErrors.of("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
    }

    private ObjectNode reply(DiscordMessage message, JsonNode reference) {
        ObjectNode json = message.json().put("type", 19);
        ObjectNode complete = json.putObject("message_reference").put("type", 0);
        complete.put("channel_id", message.channel().id()).put("message_id", Json.text(reference, "message_id"));
        return json;
    }

    private RestAnswer list(Call call) {
        DiscordChannel channel = channel(call);
        ArrayNode messages = Json.array();
        if (channel.botMay(Permission.READ_MESSAGE_HISTORY)) {
            Map<String, String> query = call.request().query();
            long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
            long after = Long.parseLong(query.getOrDefault("after", "0"));
            world.messages().in(channel).reversed().stream()
                    .filter(message -> !message.isEphemeral())
                    .filter(message -> Long.parseLong(message.id()) < before && Long.parseLong(message.id()) > after)
                    .limit(Integer.parseInt(query.getOrDefault("limit", "50")))
                    .forEach(message -> messages.add(message.json()));
        }
        return RestAnswer.ok(messages);
    }

    private RestAnswer get(Call call) {
        DiscordChannel channel = channel(call);
        need(channel, Permission.READ_MESSAGE_HISTORY);
        return RestAnswer.ok(message(channel, call).json());
    }

    private RestAnswer edit(Call call) {
        DiscordChannel channel = channel(call);
        DiscordMessage message = message(channel, call);
        if (!message.isBy(world.app().botId())) {
            throw new Refusal(DiscordError.OTHER_AUTHOR);
        }
        content(channel, call);
        world.messages().edit(message, call.body(), call.files());
        return RestAnswer.ok(message.json());
    }

    private RestAnswer delete(Call call) {
        DiscordChannel channel = channel(call);
        DiscordMessage message = message(channel, call);
        if (!message.isBy(world.app().botId())) {
            need(channel, Permission.MANAGE_MESSAGES);
        }
        world.messages().delete(message);
        return RestAnswer.none();
    }

    private DiscordMessage message(DiscordChannel channel, Call call) {
        return world.messages().find(channel, call.variable("message_id"));
    }

    private RestAnswer file(Call call) {
        return world.messages().all().stream()
                .flatMap(message -> message.filesById().entrySet().stream())
                .filter(file -> file.getKey().equals(call.variable("attachment_id")))
                .map(file -> RestAnswer.file(file.getValue().bytes()))
                .findFirst()
                .orElseThrow(() -> new Refusal(DiscordError.NOT_FOUND));
    }

    private static void need(DiscordChannel channel, long permission) {
        if (!channel.botMay(permission)) {
            throw new Refusal(DiscordError.MISSING_PERMISSIONS);
        }
    }
}
