package dev.hallm.bot.platform.discord.fake;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a value of a test into an option as Discord's client sends it, and refuses what the client would. */
final class OptionValue {
    private OptionValue() {}

    static ObjectNode of(World world, JsonNode option, Object value, ObjectNode resolved) {
        int type = option.path("type").asInt(0);
        ObjectNode json = Json.object().put("name", Json.text(option, "name")).put("type", type);
        switch (type) {
            case 3 -> json.put("value", string(option, value.toString()));
            case 4 -> json.put("value", Long.parseLong(number(option, value)));
            case 5 -> json.put("value", Boolean.parseBoolean(value.toString()));
            case 6 -> json.put("value", person(world, value, resolved));
            case 7 -> json.put("value", channel(world, value, resolved));
            case 8 -> json.put("value", role(world, value, resolved));
            case 9 ->
                json.put(
                        "value",
                        value instanceof DiscordRole ? role(world, value, resolved) : person(world, value, resolved));
            case 10 -> json.put("value", Double.parseDouble(number(option, value)));
            case 11 -> json.put("value", attachment(world, value, resolved));
            default -> throw new NotOffered("an option of type " + type);
        }
        return json;
    }

    private static String string(JsonNode option, String value) {
        int length = Json.length(value);
        if (length == 0
                || length < option.path("min_length").asInt(0)
                || length > option.path("max_length").asInt(6000)) {
            throw new NotOffered(Json.text(option, "name") + " does not take " + length + " characters");
        }
        choice(option, value);
        return value;
    }

    private static String number(JsonNode option, Object value) {
        double number = Double.parseDouble(value.toString());
        double least = option.path("min_value").asDouble(-9007199254740991.0);
        double most = option.path("max_value").asDouble(9007199254740991.0);
        if (number < least || number > most) {
            throw new NotOffered(Json.text(option, "name") + " does not take " + value);
        }
        choice(option, value.toString());
        return value.toString();
    }

    private static void choice(JsonNode option, String value) {
        boolean offered = Json.items(option, "choices")
                .anyMatch(choice -> Json.text(choice, "value").equals(value));
        if (!option.path("choices").isEmpty() && !offered) {
            throw new NotOffered(Json.text(option, "name") + " does not offer " + value);
        }
    }

    private static String person(World world, Object value, ObjectNode resolved) {
        if (!(value instanceof DiscordPerson person)) {
            throw new NotOffered(value + " is not a person");
        }
        resolved.withObjectProperty("users").set(person.id(), person.user());
        if (person.isMember()) {
            ObjectNode member = UserJson.memberWithoutUser(person);
            member.remove("deaf");
            member.remove("mute");
            member.put("permissions", Long.toString(person.permissions()));
            resolved.withObjectProperty("members").set(person.id(), member);
        }
        return world.guild().findPerson(person.id()).orElseThrow().id();
    }

    private static String role(World world, Object value, ObjectNode resolved) {
        if (!(value instanceof DiscordRole role)) {
            throw new NotOffered(value + " is not a role");
        }
        resolved.withObjectProperty("roles").set(role.id(), role.json());
        return world.guild().findRole(role.id()).orElseThrow().id();
    }

    private static String channel(World world, Object value, ObjectNode resolved) {
        if (!(value instanceof DiscordChannel channel)) {
            throw new NotOffered(value + " is not a channel");
        }
        ObjectNode json = channel.json().put("permissions", Long.toString(Permission.EVERYONE));
        resolved.withObjectProperty("channels").set(channel.id(), json);
        return world.channels().find(channel.id()).orElseThrow().id();
    }

    private static String attachment(World world, Object value, ObjectNode resolved) {
        if (!(value instanceof DiscordFile file)) {
            throw new NotOffered(value + " is not a file");
        }
        String id = world.nextId();
        String url = world.address() + "/attachments/0/" + id + "/" + file.name();
        ObjectNode json = Json.object().put("id", id).put("filename", file.name());
        json.put("size", file.bytes().length).put("url", url).put("proxy_url", url);
        resolved.withObjectProperty("attachments").set(id, json.put("ephemeral", true));
        return id;
    }
}
