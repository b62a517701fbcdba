package dev.hallm.bot.kube;

import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON patch (RFC 6902) and JSON merge patch (RFC 7386). */
final class Patches {
    private Patches() {}

    static ObjectNode json(ObjectNode object, JsonNode patch) {
        try {
            return (ObjectNode) JsonPatch.apply(patch, object);
        } catch (JsonPatchException e) {
            throw ApiProblem.of(422, "the server rejected our request due to an error in our request");
        }
    }

    static ObjectNode merge(ObjectNode object, JsonNode patch) {
        ObjectNode merged = object.deepCopy();
        patch.properties().forEach(entry -> {
            String field = entry.getKey();
            if (entry.getValue().isNull()) {
                merged.remove(field);
            } else if (entry.getValue() instanceof ObjectNode change) {
                ObjectNode before = merged.path(field) instanceof ObjectNode old ? old : Json.object();
                merged.set(field, merge(before, change));
            } else {
                merged.set(field, entry.getValue());
            }
        });
        return merged;
    }
}
