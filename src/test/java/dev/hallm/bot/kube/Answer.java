package dev.hallm.bot.kube;

import tools.jackson.databind.JsonNode;

/** What goes back over HTTP. */
sealed interface Answer {
    /** A whole answer; Go's client reads everything as protobuf that does not say it is JSON. */
    record Whole(int code, String contentType, String body) implements Answer {}

    /** An endless one. */
    record Watching(WatchStream stream, int timeoutSeconds) implements Answer {}

    static Answer json(int code, JsonNode body) {
        return new Whole(code, "application/json", Json.MAPPER.writeValueAsString(body));
    }

    static Answer text(String body) {
        return new Whole(200, "text/plain", body);
    }

    static Answer of(ApiProblem problem) {
        return json(problem.code(), problem.status());
    }
}
