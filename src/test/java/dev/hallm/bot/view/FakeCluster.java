package dev.hallm.bot.view;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.tenant.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cluster of one node, as far as cards look at it: 32 cores, 256 GiB and 4 GPUs, some of it in use. */
final class FakeCluster implements ClusterCapacity, ClusterHealth {
    private final List<Node> nodes = new ArrayList<>(List.of(node("node-1", true)));
    private Duration staleness = Duration.ZERO;
    private boolean synced = true;

    private static Node node(String name, boolean ready) {
        return new Node(
                name,
                ready,
                Map.of("cpu", Quantity.of(32), "memory", Quantity.parse("256Gi"), "nvidia.com/gpu", Quantity.of(4)),
                Map.of(
                        "cpu",
                        Quantity.parse("7500m"),
                        "memory",
                        Quantity.parse("58Gi"),
                        "nvidia.com/gpu",
                        Quantity.of(1)));
    }

    /** Another node, which is not ready. */
    void breaks(String node) {
        nodes.add(node(node, false));
    }

    void isAwayFor(Duration time) {
        staleness = time;
    }

    void hasNotListedYet() {
        synced = false;
    }

    @Override
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public List<String> gpuResources() {
        return List.of("nvidia.com/gpu");
    }

    @Override
    public Duration staleness() {
        return staleness;
    }

    @Override
    public boolean synced() {
        return synced;
    }

    @Override
    public String address() {
        return "https://cluster.example.com";
    }
}
