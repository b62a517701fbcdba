package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a PersistentVolumeClaim may change: only its size, upwards, where the class allows it. */
final class Claims {
    private Claims() {}

    static List<Cause> change(ObjectNode before, ObjectNode after) {
        boolean bound = Json.text(before, "status", "phase").equals("Bound");
        boolean resized = size(after).compareTo(size(before)) != 0;
        if (!withoutSize(before).equals(withoutSize(after)) || (resized && !bound)) {
            String why = "spec is immutable after creation except resources.requests and volumeAttributesClassName for"
                    + " bound claims";
            return List.of(new Cause("FieldValueForbidden", "spec", "Forbidden: " + why));
        }
        if (size(after).compareTo(size(before)) < 0) {
            String why = "field can not be less than status.capacity";
            String field = "spec.resources.requests.storage";
            return List.of(new Cause("FieldValueForbidden", field, "Forbidden: " + why));
        }
        return List.of();
    }

    static Amount size(JsonNode claim) {
        return Amount.at(Json.at(claim, "spec", "resources", "requests", "storage"));
    }

    static Amount capacity(JsonNode claim) {
        return Amount.at(Json.at(claim, "status", "capacity", "storage"));
    }

    /** @throws ApiProblem 403 when the claim grows and its class does not let it */
    static void requireExpandable(Store store, ObjectNode before, ObjectNode after) {
        var type = ResourceTypes.STORAGE_CLASSES;
        boolean expandable = store.find(new ObjectRef(type, "", Json.text(after, "spec", "storageClassName")))
                .map(storage -> storage.path("allowVolumeExpansion").asBoolean(false))
                .orElse(false);
        if (size(after).compareTo(size(before)) > 0 && !expandable) {
            String why = "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc"
                    + " must support resize";
            throw ApiProblem.forbidden(ResourceTypes.CLAIMS, Meta.name(after), why);
        }
    }

    private static JsonNode withoutSize(ObjectNode claim) {
        ObjectNode copy = claim.deepCopy();
        Json.child(copy, "spec", "resources", "requests").remove("storage");
        Json.child(copy, "spec").remove("volumeName");
        return copy.path("spec");
    }
}
