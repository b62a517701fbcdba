package dev.hallm.bot.kube;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one object counts against a ResourceQuota, by the keys a quota may have. */
final class QuotaUsage {
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");
    private static final Set<String> COUNTED =
            Set.of("pods", "persistentvolumeclaims", "services", "secrets", "configmaps", "resourcequotas");

    private QuotaUsage() {}

    static Map<String, Amount> of(ResourceType type, ObjectNode object) {
        var usage = new TreeMap<String, Amount>();
        usage.put("count/" + type.resource(), Amount.of(1));
        switch (type.resource()) {
            case "pods" -> pod(object, usage);
            case "persistentvolumeclaims" -> claim(object, usage);
            case "services" -> service(object, usage);
            default -> {}
        }
        if (COUNTED.contains(type.resource()) && !finished(object)) {
            usage.put(type.resource(), Amount.of(1));
        }
        return usage;
    }

    /** Whether a quota on this key acts at all; others are stored and ignored. */
    static boolean enforced(String key) {
        return !key.contains("/")
                || key.startsWith("count/")
                || key.startsWith("requests.")
                || key.contains(".storageclass.storage.k8s.io/");
    }

    /** What a pod asks for, by plain resource names. */
    static Map<String, Amount> sum(JsonNode pod, String side) {
        var sum = new TreeMap<String, Amount>();
        Json.each(Json.at(pod, "spec", "containers"))
                .forEach(container -> Amount.all(Json.at(container, "resources", side))
                        .forEach((name, amount) -> sum.merge(name, amount, Amount::plus)));
        Json.each(Json.at(pod, "spec", "initContainers"))
                .forEach(container -> Amount.all(Json.at(container, "resources", side))
                        .forEach((name, amount) -> sum.merge(name, amount, Amount::max)));
        return sum;
    }

    static boolean finished(JsonNode pod) {
        return FINISHED.contains(Json.text(pod, "status", "phase"));
    }

    private static void pod(ObjectNode pod, Map<String, Amount> usage) {
        if (finished(pod)) {
            return;
        }
        sum(pod, "requests").forEach((name, amount) -> {
            usage.put("requests." + name, amount);
            if (!name.contains("/")) {
                usage.put(name, amount);
            }
        });
        sum(pod, "limits").forEach((name, amount) -> {
            if (!name.contains("/")) {
                usage.put("limits." + name, amount);
            }
        });
    }

    private static void claim(ObjectNode claim, Map<String, Amount> usage) {
        Amount size = Claims.size(claim);
        String storage = Json.text(claim, "spec", "storageClassName") + ".storageclass.storage.k8s.io/";
        usage.put("requests.storage", size);
        usage.put(storage + "requests.storage", size);
        usage.put(storage + "persistentvolumeclaims", Amount.of(1));
    }

    private static void service(ObjectNode service, Map<String, Amount> usage) {
        String type = Json.text(service, "spec", "type");
        int ports = service.path("spec").path("ports").size();
        boolean balanced = type.equals("LoadBalancer");
        usage.put("services.loadbalancers", Amount.of(balanced ? 1 : 0));
        usage.put("services.nodeports", Amount.of(balanced || type.equals("NodePort") ? ports : 0));
    }
}
