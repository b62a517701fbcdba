package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.tenant.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nodes from their informer, what is taken of them from the pods' sums. */
@Component
class KubeCapacity implements ClusterCapacity {
    private final ConcurrentSkipListMap<String, NodeFacts> nodes = new ConcurrentSkipListMap<>();
    private final NodeLoads loads;
    private final String granted;

    KubeCapacity(NodeLoads loads, PlatformSettings settings) {
        this.loads = loads;
        this.granted = settings.gpuResource();
    }

    @Override
    public List<Node> nodes() {
        return nodes.entrySet().stream()
                .map(entry -> node(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Node node(String name, NodeFacts facts) {
        Map<String, Quantity> asked = loads.of(name);
        var allocated = new HashMap<String, Quantity>();
        facts.allocatable()
                .keySet()
                .forEach(resource -> allocated.put(resource, asked.getOrDefault(resource, Quantity.ZERO)));
        return new Node(name, facts.ready(), facts.allocatable(), allocated);
    }

    @Override
    public List<String> gpuResources() {
        Stream<String> others = nodes.values().stream()
                .flatMap(facts -> facts.allocatable().keySet().stream())
                .filter(KubeCapacity::isGpu)
                .filter(resource -> !resource.equals(granted))
                .sorted();
        return Stream.concat(Stream.of(granted), others).distinct().toList();
    }

    /** Extended resources of the GPU vendors' device plugins; slices have names of their own. */
    private static boolean isGpu(String resource) {
        return resource.startsWith("nvidia.com/")
                || resource.startsWith("amd.com/gpu")
                || resource.startsWith("gpu.intel.com/");
    }

    /** Folds the nodes. */
    Projection<io.fabric8.kubernetes.api.model.Node> projection() {
        return new Projection<>() {
            @Override
            public void put(io.fabric8.kubernetes.api.model.Node node) {
                nodes.put(node.getMetadata().getName(), NodeFacts.of(node));
            }

            @Override
            public void remove(ObjectKey key) {
                nodes.remove(key.name());
            }

            @Override
            public Stream<ObjectKey> keys() {
                return nodes.keySet().stream().map(name -> new ObjectKey("", name));
            }
        };
    }
}
