package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.Quantity;
import java.util.List;
import java.util.Map;

/** What the nodes have and what pods already asked of them, from memory. */
public interface ClusterCapacity {
    /** Nodes in the order of their names. */
    List<Node> nodes();

    /** The GPU resources that any node has; the configured one is first, also when no node has it. */
    List<String> gpuResources();

    /**
     * One node.
     *
     * @param allocatable by Kubernetes' resource names
     * @param allocated requests of its running pods, same keys
     */
    record Node(String name, boolean ready, Map<String, Quantity> allocatable, Map<String, Quantity> allocated) {
        public Node {
            allocatable = Map.copyOf(allocatable);
            allocated = Map.copyOf(allocated);
        }

        /** What is left of a resource, never below zero. */
        public Quantity free(String resource) {
            return allocatable
                    .getOrDefault(resource, Quantity.ZERO)
                    .minus(allocated.getOrDefault(resource, Quantity.ZERO));
        }
    }
}
