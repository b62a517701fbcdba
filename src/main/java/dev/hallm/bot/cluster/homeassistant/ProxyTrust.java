package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.homeassistant.HomeAssistantApi.Token;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the trust in the ingress controller that the configuration file asks for. From 2026.8 Home Assistant takes it on
 * trial only: unless its owner confirms within five minutes of the start, it restarts without and never tries again by
 * itself. Older ones take the file at its word.
 */
final class ProxyTrust {
    private static final List<String> NOTES = List.of("created_at", "error", "error_message");

    private ProxyTrust() {}

    /** Confirms what is on trial; false when Home Assistant restarts to try once more. */
    static boolean isSettled(HomeAssistantApi api, Token token) throws IOException, InterruptedException {
        try (HomeAssistantSocket socket = api.socket(token)) {
            JsonNode answer = socket.ask(command("http/config"));
            JsonNode trial = answer.path("result").path("pending");
            if (isUnknown(answer) || !trial.isObject()) {
                return true;
            }
            if (trial.path("error").asString("").isEmpty()) {
                return isDone(socket.ask(command("http/config/promote")));
            }
            socket.ask(tryAgain(trial));
            return false;
        }
    }

    private static boolean isUnknown(JsonNode answer) {
        return "unknown_command".equals(answer.path("error").path("code").asString(""));
    }

    private static boolean isDone(JsonNode answer) {
        return answer.path("success").asBoolean(false);
    }

    private static ObjectNode tryAgain(JsonNode trial) {
        ObjectNode config = trial.deepCopy().asObject();
        config.remove(NOTES);
        return command("http/config/configure").set("config", config);
    }

    private static ObjectNode command(String type) {
        return HomeAssistantApi.JSON.createObjectNode().put("type", type);
    }
}
