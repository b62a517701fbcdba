package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A command under a person's fingers: knows what is registered and builds the data of the interaction. */
final class CommandCall {
    private final World world;
    private final JsonNode command;
    private final List<JsonNode> levels;

    private CommandCall(World world, JsonNode command, List<JsonNode> levels) {
        this.world = world;
        this.command = command;
        this.levels = levels;
    }

    static CommandCall of(World world, DiscordPerson person, DiscordChannel channel, String path) {
        List<String> words = List.of(path.strip().split(" +", -1));
        JsonNode command = find(world, channel, words.getFirst())
                .orElseThrow(() -> new NotOffered("no command /" + words.getFirst() + " here"));
        permitted(person, channel, command);
        List<JsonNode> levels = new java.util.ArrayList<>();
        JsonNode at = command;
        for (String word : words.subList(1, words.size())) {
            at = child(at, word).orElseThrow(() -> new NotOffered("no command /" + path));
            levels.add(at);
        }
        if (at.path("options").path(0).path("type").asInt(3) <= 2) {
            throw new NotOffered("/" + path + " needs a subcommand");
        }
        return new CommandCall(world, command, levels);
    }

    private static Optional<JsonNode> find(World world, DiscordChannel channel, String name) {
        if (!channel.isDirect()) {
            return world.commands().find(name);
        }
        return world.commands()
                .findGlobal(name)
                .filter(command -> command.path("contexts").isEmpty()
                        || command.path("contexts").valueStream().anyMatch(context -> context.asInt(0) == 1));
    }

    private static void permitted(DiscordPerson person, DiscordChannel channel, JsonNode command) {
        if (channel.isDirect() || !Json.has(command, "default_member_permissions")) {
            return;
        }
        long wanted = Long.parseLong(Json.text(command, "default_member_permissions"));
        boolean admin = person.permissions() == Permission.ALL;
        if (!admin && (wanted == 0 || (person.permissions() & wanted) != wanted)) {
            throw new NotOffered(person.username() + " does not see /" + Json.text(command, "name"));
        }
    }

    private static Optional<JsonNode> child(JsonNode parent, String word) {
        return Json.items(parent, "options")
                .filter(option -> option.path("type").asInt(0) <= 2)
                .filter(option -> Json.text(option, "name").equals(word))
                .findFirst();
    }

    /** The data of a command that is sent: required options are there and every value fits. */
    ObjectNode complete(Map<String, ?> options) {
        for (JsonNode option : leaf().path("options")) {
            if (option.path("required").asBoolean(false) && !options.containsKey(Json.text(option, "name"))) {
                throw new NotOffered("option " + Json.text(option, "name") + " is required");
            }
        }
        ObjectNode resolved = Json.object();
        ArrayNode values = Json.array();
        options.forEach((name, value) -> values.add(OptionValue.of(world, option(name), value, resolved)));
        return data(values, resolved);
    }

    /** The data of an autocomplete: the focused option as typed, however wrong. */
    ObjectNode typing(String focused, String typed, Map<String, ?> others) {
        if (!option(focused).path("autocomplete").asBoolean(false)) {
            throw new NotOffered("option " + focused + " has no autocomplete");
        }
        ObjectNode resolved = Json.object();
        ArrayNode values = Json.array();
        others.forEach((name, value) -> values.add(OptionValue.of(world, option(name), value, resolved)));
        ObjectNode value = Json.object().put("name", focused);
        value.put("type", option(focused).path("type").asInt(0)).put("value", typed);
        values.add(value.put("focused", true));
        return data(values, resolved);
    }

    private JsonNode leaf() {
        return levels.isEmpty() ? command : levels.getLast();
    }

    private JsonNode option(String name) {
        return Json.items(leaf(), "options")
                .filter(option -> Json.text(option, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new NotOffered("no option " + name + " of /" + Json.text(leaf(), "name")));
    }

    private ObjectNode data(ArrayNode values, ObjectNode resolved) {
        ArrayNode options = values;
        for (JsonNode level : levels.reversed()) {
            ObjectNode wrapped = Json.object().put("name", Json.text(level, "name"));
            wrapped.put("type", level.path("type").asInt(0)).set("options", options);
            options = Json.array().add(wrapped);
        }
        ObjectNode data = Json.object().put("id", Json.text(command, "id")).put("name", Json.text(command, "name"));
        data.put("type", 1);
        Json.optional(command, "guild_id").ifPresent(guild -> data.put("guild_id", guild));
        if (!options.isEmpty()) {
            data.set("options", options);
        }
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
        return data;
    }
}
