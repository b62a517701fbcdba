package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A request that found its route, with the variables of its path. */
record Call(RestRequest request, Route route, Map<String, String> variables) {

    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route + " has no " + name);
        }
        return value;
    }

    JsonNode body() {
        return request.body();
    }

    List<DiscordFile> files() {
        return request.files();
    }

    boolean flag(String query) {
        return Boolean.parseBoolean(request.query().getOrDefault(query, "false"));
    }

    /** The resource that rate limits are counted for, beside the route. */
    String majorParameter() {
        return variables.getOrDefault(
                "channel_id", variables.getOrDefault("guild_id", variables.getOrDefault("webhook_token", "")));
    }
}
