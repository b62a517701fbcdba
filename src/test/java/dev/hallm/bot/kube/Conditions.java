package dev.hallm.bot.kube;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The conditions in an object's status. */
final class Conditions {
    private Conditions() {}

    static Optional<ObjectNode> find(JsonNode object, String type) {
        return Json.each(Json.at(object, "status", "conditions"))
                .filter(condition -> Json.text(condition, "type").equals(type))
                .findFirst();
    }

    static boolean isTrue(JsonNode object, String type) {
        return find(object, type)
                .map(condition -> Json.text(condition, "status").equals("True"))
                .orElse(false);
    }

    /** Sets a condition; its time moves only when its status changes. */
    static void set(ObjectNode object, String type, boolean value, String reason, String message, String now) {
        String status = value ? "True" : "False";
        ObjectNode condition = find(object, type)
                .orElseGet(() -> conditions(object).addObject().put("type", type));
        if (!Json.text(condition, "status").equals(status)) {
            condition.put("status", status).put("lastTransitionTime", now);
        }
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        } else {
            condition.remove("reason");
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        } else {
            condition.remove("message");
        }
    }

    static void clear(ObjectNode object, String type) {
        conditions(object).removeIf(condition -> Json.text(condition, "type").equals(type));
    }

    private static ArrayNode conditions(ObjectNode object) {
        ObjectNode status = Json.child(object, "status");
        return status.path("conditions") instanceof ArrayNode list ? list : status.putArray("conditions");
    }
}
