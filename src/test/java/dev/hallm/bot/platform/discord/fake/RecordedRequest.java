package dev.hallm.bot.platform.discord.fake;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A request and what it was answered; {@code code} is 0 unless Discord answered one of its errors. */
public record RecordedRequest(
        Instant at, String method, String path, String route, JsonNode body, int files, int status, int code) {

    /** For instance {@code POST /channels/{channel_id}/messages}. */
    public boolean is(String methodAndRoute) {
        return (method + " " + route).equals(methodAndRoute);
    }

    @Override
    public String toString() {
        return method + " " + route + " -> " + status + (code == 0 ? "" : " (" + code + ")");
    }
}
