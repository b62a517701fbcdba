package dev.hallm.bot.view;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.ClusterCapacity.Node;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.StackSize;
import org.springframework.stereotype.Component;

/** What the cluster has left. */
@Component
class FreeCapacity {
    private final ClusterCapacity capacity;

    FreeCapacity(ClusterCapacity capacity) {
        this.capacity = capacity;
    }

    /** What would be left with one more tenant of a size: {@code 21 CPU · 190 GiB · 3 GPUs free}. */
    String after(StackSize size) {
        return free("cpu").minus(size.cpu().request()).asNumber() + " CPU · "
                + free("memory").minus(size.memory().request()).asBytes() + " · "
                + freeGpus().minus(Quantity.of(size.gpu())).asNumber() + " GPU free";
    }

    /** How many more tenants of a size fit, by the scarcest of CPU, memory and GPU on the nodes together. */
    int fitting(StackSize size) {
        return Math.min(
                Math.min(
                        free("cpu").timesFitting(size.cpu().request()),
                        free("memory").timesFitting(size.memory().request())),
                freeGpus().timesFitting(Quantity.of(size.gpu())));
    }

    private Quantity freeGpus() {
        return free(capacity.gpuResources().getFirst());
    }

    private Quantity free(String resource) {
        return capacity.nodes().stream()
                .filter(Node::ready)
                .map(node -> node.free(resource))
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
