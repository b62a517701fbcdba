package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import io.fabric8.kubernetes.api.model.Node;
import java.util.HashMap;
import java.util.Map;

/** What is kept of a node; ready means that it takes new pods. */
record NodeFacts(boolean ready, Map<String, Quantity> allocatable) {
    NodeFacts {
        allocatable = Map.copyOf(allocatable);
    }

    static NodeFacts of(Node node) {
        var allocatable = new HashMap<String, Quantity>();
        if (node.getStatus() != null && node.getStatus().getAllocatable() != null) {
            node.getStatus()
                    .getAllocatable()
                    .forEach((resource, amount) -> allocatable.put(resource, QuotaFacts.quantity(amount)));
        }
        return new NodeFacts(isReady(node), allocatable);
    }

    private static boolean isReady(Node node) {
        boolean cordoned =
                node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        return !cordoned
                && node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
