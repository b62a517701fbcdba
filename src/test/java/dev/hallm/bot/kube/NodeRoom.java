package dev.hallm.bot.kube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What pods hold on each node, kept as sums so that scheduling does not look at every pod. */
final class NodeRoom {
    private final Map<String, Map<String, Amount>> taken = new HashMap<>();
    private final Map<String, String> held = new HashMap<>();

    /** Follows a pod's change; says whether something became free. */
    boolean follow(Change change) {
        ObjectNode pod = change.object();
        boolean holds = !change.deleted() && !nodeOf(pod).isEmpty() && !QuotaUsage.finished(pod);
        if (holds) {
            take(pod, nodeOf(pod));
            return false;
        }
        return release(pod);
    }

    /** Counts a pod on a node, once. */
    void take(ObjectNode pod, String node) {
        if (held.putIfAbsent(Meta.uid(pod), node) == null) {
            requests(pod).forEach((name, amount) -> on(node).merge(name, amount, Amount::plus));
        }
    }

    private boolean release(ObjectNode pod) {
        String node = held.remove(Meta.uid(pod));
        if (node != null) {
            requests(pod).forEach((name, amount) -> on(node).computeIfPresent(name, (_, sum) -> sum.minus(amount)));
        }
        return node != null;
    }

    /** Why a pod cannot run on a node, nothing when it can. */
    List<String> obstacles(ObjectNode pod, ObjectNode node) {
        if (Json.at(node, "spec", "unschedulable").asBoolean(false)) {
            return List.of("node(s) were unschedulable");
        }
        if (!Selector.ofLabels(Json.at(pod, "spec", "nodeSelector")).matches(node)) {
            return List.of("node(s) didn't match Pod's node affinity/selector");
        }
        var room = Amount.all(Json.at(node, "status", "allocatable"));
        var used = on(Meta.name(node));
        return requests(pod).entrySet().stream()
                .filter(want -> used.getOrDefault(want.getKey(), Amount.ZERO)
                                .plus(want.getValue())
                                .compareTo(room.getOrDefault(want.getKey(), Amount.ZERO))
                        > 0)
                .map(want -> want.getKey().equals("pods") ? "Too many pods" : "Insufficient " + want.getKey())
                .toList();
    }

    private static Map<String, Amount> requests(ObjectNode pod) {
        var requests = QuotaUsage.sum(pod, "requests");
        requests.values().removeIf(Amount::isZero);
        requests.put("pods", Amount.of(1));
        return requests;
    }

    private Map<String, Amount> on(String node) {
        return taken.computeIfAbsent(node, _ -> new HashMap<>());
    }

    private static String nodeOf(ObjectNode pod) {
        return Json.text(pod, "spec", "nodeName");
    }
}
