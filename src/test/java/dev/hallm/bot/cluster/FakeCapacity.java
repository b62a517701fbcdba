package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.Quantity;
import java.util.List;
import java.util.Map;

/** One empty node: 32 cores, 256 GiB, 4 GPUs, until a test says how much of it is taken. */
public final class FakeCapacity implements ClusterCapacity {
    private String cores = "0";

    /** How many cores pods have asked for. */
    public void taken(String cpu) {
        cores = cpu;
    }

    @Override
    public List<Node> nodes() {
        return List.of(new Node(
                "node-1",
                true,
                Map.of("cpu", Quantity.of(32), "memory", Quantity.parse("256Gi"), "nvidia.com/gpu", Quantity.of(4)),
                Map.of("cpu", Quantity.parse(cores))));
    }

    @Override
    public List<String> gpuResources() {
        return List.of("nvidia.com/gpu");
    }
}
