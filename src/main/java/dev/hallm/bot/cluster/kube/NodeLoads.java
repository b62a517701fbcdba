package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pods ask of each node, kept as running sums, so that reading them doesn't grow with the number of pods. */
@Component
class NodeLoads {
    private final Map<String, Map<String, Quantity>> byNode = new HashMap<>();

    synchronized void replace(@Nullable PodLoad before, @Nullable PodLoad after) {
        if (before != null) {
            merge(before, Quantity::minus);
        }
        if (after != null) {
            merge(after, Quantity::plus);
        }
    }

    private void merge(PodLoad load, BinaryOperator<Quantity> how) {
        if (!load.node().isEmpty()) {
            Map<String, Quantity> sums = byNode.computeIfAbsent(load.node(), node -> new HashMap<>());
            load.requests()
                    .forEach((resource, amount) ->
                            sums.compute(resource, (key, sum) -> how.apply(sum == null ? Quantity.ZERO : sum, amount)));
        }
    }

    synchronized Map<String, Quantity> of(String node) {
        return Map.copyOf(byNode.getOrDefault(node, Map.of()));
    }
}
