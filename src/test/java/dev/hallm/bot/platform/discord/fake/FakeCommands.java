package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Registered application commands; a scope is a guild's id, or empty for global ones. */
public final class FakeCommands {
    private static final int CREATIONS_A_DAY = 200;
    private static final List<String> COPIED = List.of(
            "name_localizations",
            "description_localizations",
            "default_member_permissions",
            "contexts",
            "integration_types",
            "dm_permission");

    private final World world;
    private final Map<String, Map<String, ObjectNode>> scopes = new HashMap<>();
    private final Map<String, List<Instant>> creations = new HashMap<>();

    FakeCommands(World world) {
        this.world = world;
    }

    /** Names of the commands of the guild. */
    public synchronized List<String> namesOfGuild() {
        return list(world.guild().id()).stream()
                .map(command -> Json.text(command, "name"))
                .toList();
    }

    public synchronized List<String> namesOfGlobal() {
        return list("").stream().map(command -> Json.text(command, "name")).toList();
    }

    /** A command that a person in the guild can run. */
    public synchronized Optional<JsonNode> find(String name) {
        return Stream.concat(list(world.guild().id()).stream(), list("").stream())
                .filter(command -> Json.text(command, "name").equals(name))
                .<JsonNode>map(command -> command)
                .findFirst();
    }

    /** How many creations were counted within the last day, guild and global together. */
    public synchronized int creationsToday() {
        Instant start = world.clock().instant().minus(Duration.ofDays(1));
        return (int) creations.values().stream()
                .flatMap(List::stream)
                .filter(at -> at.isAfter(start))
                .count();
    }

    synchronized Optional<JsonNode> findGlobal(String name) {
        return list("").stream()
                .filter(command -> Json.text(command, "name").equals(name))
                .<JsonNode>map(command -> command)
                .findFirst();
    }

    synchronized List<ObjectNode> list(String scope) {
        return List.copyOf(scope(scope).values());
    }

    synchronized ObjectNode get(String scope, String id) {
        ObjectNode command = scope(scope).get(id);
        if (command == null) {
            throw new Refusal(DiscordError.UNKNOWN_COMMAND);
        }
        return command;
    }

    /** Replaces all; only names that are new count as creations. */
    synchronized ArrayNode overwrite(String scope, JsonNode body) {
        CommandRules.all(body);
        List<ObjectNode> made = new ArrayList<>();
        body.forEach(command -> made.add(make(scope, command)));
        Map<String, ObjectNode> all = scope(scope);
        all.clear();
        made.forEach(command -> all.put(Json.text(command, "id"), command));
        return Json.array().addAll(made);
    }

    /** Creates or, when the name is taken, replaces. */
    synchronized ObjectNode create(String scope, JsonNode body) {
        CommandRules.one(body);
        boolean isNew = old(scope, body).isEmpty();
        if (isNew && scope(scope).size() >= 100) {
            throw new Refusal(DiscordError.TOO_MANY_COMMANDS);
        }
        ObjectNode command = make(scope, body);
        scope(scope).put(Json.text(command, "id"), command);
        return command;
    }

    synchronized boolean knows(String scope, JsonNode body) {
        return old(scope, body).isPresent();
    }

    synchronized ObjectNode change(String scope, String id, JsonNode body) {
        ObjectNode command = Json.copy(get(scope, id));
        command.setAll((ObjectNode) body.deepCopy());
        CommandRules.one(command);
        command.put("version", world.nextId());
        scope(scope).put(id, command);
        return command;
    }

    synchronized void delete(String scope, String id) {
        get(scope, id);
        scope(scope).remove(id);
    }

    private ObjectNode make(String scope, JsonNode body) {
        Optional<ObjectNode> old = old(scope, body);
        String id = old.map(command -> Json.text(command, "id")).orElseGet(() -> countedId(scope));
        ObjectNode command =
                Json.object().put("id", id).put("application_id", world.app().id());
        if (!scope.isEmpty()) {
            command.put("guild_id", scope);
        }
        command.put("name", Json.text(body, "name")).put("description", Json.text(body, "description"));
        command.put("type", type(body)).put("nsfw", body.path("nsfw").asBoolean(false));
        command.putNull("default_member_permissions");
        command.set(
                "options", body.path("options").isArray() ? body.path("options").deepCopy() : Json.array());
        COPIED.stream()
                .filter(body::has)
                .forEach(field -> command.set(field, body.path(field).deepCopy()));
        return command.put("version", world.nextId());
    }

    private String countedId(String scope) {
        Instant now = world.clock().instant();
        List<Instant> counted = creations.computeIfAbsent(scope, key -> new ArrayList<>());
        counted.removeIf(at -> !at.isAfter(now.minus(Duration.ofDays(1))));
        if (counted.size() >= CREATIONS_A_DAY) {
            throw new Refusal(DiscordError.TOO_MANY_COMMAND_CREATIONS);
        }
        counted.add(now);
        return world.nextId();
    }

    private Optional<ObjectNode> old(String scope, JsonNode body) {
        return scope(scope).values().stream()
                .filter(command -> Json.text(command, "name").equals(Json.text(body, "name")))
                .filter(command -> type(command) == type(body))
                .findFirst();
    }

    private static int type(JsonNode command) {
        return command.path("type").asInt(1);
    }

    private Map<String, ObjectNode> scope(String scope) {
        return scopes.computeIfAbsent(scope, key -> new LinkedHashMap<>());
    }
}
