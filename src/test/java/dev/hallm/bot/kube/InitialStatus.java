package dev.hallm.bot.kube;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The status that Kubernetes answers before anybody has reported one; clients rely on its being there. */
final class InitialStatus {
    private static final Map<String, ObjectNode> BY_RESOURCE = Map.of(
            "namespaces", Json.object("phase", "Active"),
            "pods", Json.object("phase", "Pending"),
            "persistentvolumeclaims", Json.object("phase", "Pending"),
            "services", Json.object("loadBalancer", Json.object()),
            "ingresses.networking.k8s.io", Json.object("loadBalancer", Json.object()),
            "replicasets.apps", Json.object("replicas", 0),
            "statefulsets.apps", Json.object("replicas", 0, "availableReplicas", 0));

    private InitialStatus() {}

    static void fill(ResourceType type, ObjectNode object) {
        if (type.builtIn() && type.hasStatus()) {
            ObjectNode status = Json.child(object, "status");
            BY_RESOURCE.getOrDefault(type.resource(), Json.object()).properties().stream()
                    .filter(entry -> !status.has(entry.getKey()))
                    .forEach(
                            entry -> status.set(entry.getKey(), entry.getValue().deepCopy()));
        }
    }
}
