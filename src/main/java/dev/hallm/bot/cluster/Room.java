package dev.hallm.bot.cluster;

import dev.hallm.bot.cluster.ClusterCapacity.Node;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.StackSize;

/** What the ready nodes have left, together; whether one node alone has room shows when a pod is placed. */
public record Room(Quantity cpu, Quantity memory, Quantity gpu) {
    /** What is left now. */
    public static Room of(ClusterCapacity capacity) {
        return new Room(
                free(capacity, "cpu"),
                free(capacity, "memory"),
                free(capacity, capacity.gpuResources().getFirst()));
    }

    private static Quantity free(ClusterCapacity capacity, String resource) {
        return capacity.nodes().stream()
                .filter(Node::ready)
                .map(node -> node.free(resource))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** What would be left with one more tenant of a size, never below zero. */
    public Room after(StackSize size) {
        return new Room(
                cpu.minus(size.cpu().request()),
                memory.minus(size.memory().request()),
                gpu.minus(Quantity.of(size.gpu())));
    }

    public boolean fits(StackSize size) {
        return times(size) > 0;
    }

    /** How many more tenants of a size fit, by the scarcest. */
    public int times(StackSize size) {
        return Math.min(
                Math.min(
                        cpu.timesFitting(size.cpu().request()),
                        memory.timesFitting(size.memory().request())),
                gpu.timesFitting(Quantity.of(size.gpu())));
    }
}
