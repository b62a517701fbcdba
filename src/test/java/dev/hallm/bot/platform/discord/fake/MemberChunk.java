package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers a request for members over the gateway; the whole list needs the privileged intent. */
final class MemberChunk {
    private MemberChunk() {}

    static ObjectNode of(World world, JsonNode request, int intents) {
        ObjectNode chunk = Json.object().put("guild_id", world.guild().id());
        ArrayNode members = chunk.putArray("members");
        found(world, request, intents).forEach(person -> members.add(UserJson.member(person)));
        ArrayNode unknown = chunk.putArray("not_found");
        ids(request).stream()
                .filter(id -> world.guild().findMember(id).isEmpty())
                .forEach(unknown::add);
        Json.optional(request, "nonce").ifPresent(nonce -> chunk.put("nonce", nonce));
        return chunk.put("chunk_index", 0).put("chunk_count", 1);
    }

    private static List<DiscordPerson> found(World world, JsonNode request, int intents) {
        if (request.has("user_ids")) {
            return ids(request).stream()
                    .flatMap(id -> world.guild().findMember(id).stream())
                    .toList();
        }
        String query = Json.text(request, "query");
        boolean all = query.isEmpty() && request.path("limit").asInt(0) == 0;
        if (all && (intents & Intent.GUILD_MEMBERS) == 0) {
            return List.of();
        }
        return world.guild().members().stream()
                .filter(person -> person.isCalled(query))
                .limit(
                        all
                                ? Long.MAX_VALUE
                                : Math.min(100, request.path("limit").asInt(0)))
                .toList();
    }

    private static List<String> ids(JsonNode request) {
        JsonNode ids = request.path("user_ids");
        return ids.isArray()
                ? ids.valueStream().map(id -> id.asString("")).toList()
                : Json.optional(request, "user_ids").stream().toList();
    }
}
