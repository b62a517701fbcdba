package dev.hallm.bot.kube;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Deployments, ReplicaSets and StatefulSets have in common. */
final class Workloads {
    private Workloads() {}

    static int replicas(JsonNode workload) {
        return Json.at(workload, "spec", "replicas").asInt(1);
    }

    /** Whether it is new or wants something else, as opposed to a report in its status. */
    static boolean wishChanged(Change change) {
        ObjectNode before = change.before();
        return !change.deleted() && (before == null || Meta.generation(before) != Meta.generation(change.object()));
    }

    /** The controller of an object, when it is of this type. */
    static Optional<ObjectRef> owner(Change change, ResourceType type) {
        return Meta.controller(change.object())
                .filter(reference -> Json.text(reference, "kind").equals(type.kind()))
                .map(reference -> new ObjectRef(type, change.ref().namespace(), Json.text(reference, "name")));
    }

    /** Sets a number of the status; as in Kubernetes a zero is left out. */
    static void count(ObjectNode workload, String field, int value) {
        ObjectNode status = Json.child(workload, "status");
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }
}
