package dev.hallm.bot.kube;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every object's metadata says. */
final class Meta {
    private Meta() {}

    static ObjectNode of(ObjectNode object) {
        return Json.child(object, "metadata");
    }

    static String name(JsonNode object) {
        return Json.text(object, "metadata", "name");
    }

    static String namespace(JsonNode object) {
        return Json.text(object, "metadata", "namespace");
    }

    static String uid(JsonNode object) {
        return Json.text(object, "metadata", "uid");
    }

    static String version(JsonNode object) {
        return Json.text(object, "metadata", "resourceVersion");
    }

    static int generation(JsonNode object) {
        return Json.number(object, "metadata", "generation");
    }

    static Map<String, String> labels(JsonNode object) {
        return Json.texts(Json.at(object, "metadata", "labels"));
    }

    static String annotation(JsonNode object, String key) {
        return Json.text(object, "metadata", "annotations", key);
    }

    /** Whether somebody has deleted it and something still holds it. */
    static boolean terminating(JsonNode object) {
        return Json.at(object, "metadata").hasNonNull("deletionTimestamp");
    }

    static boolean hasFinalizers(JsonNode object) {
        return !Json.at(object, "metadata", "finalizers").isEmpty();
    }

    static boolean ownedBy(JsonNode object, JsonNode owner) {
        return Json.each(Json.at(object, "metadata", "ownerReferences"))
                .anyMatch(reference -> Json.text(reference, "uid").equals(uid(owner)));
    }

    /** The owner that manages it, such as a pod's ReplicaSet. */
    static Optional<ObjectNode> controller(JsonNode object) {
        return Json.each(Json.at(object, "metadata", "ownerReferences"))
                .filter(reference -> reference.path("controller").asBoolean(false))
                .findFirst();
    }

    static ObjectNode controllerReference(ResourceType type, ObjectNode owner) {
        return Json.object("apiVersion", type.apiVersion(), "kind", type.kind(), "name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }
}
