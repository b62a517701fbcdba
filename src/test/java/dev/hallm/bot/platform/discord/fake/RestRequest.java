package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A request to the API as it arrived; the body is a missing node when there is none. */
record RestRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body,
        List<DiscordFile> files) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
