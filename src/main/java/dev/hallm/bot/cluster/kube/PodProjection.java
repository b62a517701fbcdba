package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Folds pods: of every one what it takes of its node, of tenants' also how they are. */
final class PodProjection implements Projection<Pod> {
    private final TenantIndex index;
    private final NodeLoads nodes;
    private final Map<String, Few<PodLoad>> loads = new ConcurrentHashMap<>();

    PodProjection(TenantIndex index, NodeLoads nodes) {
        this.index = index;
        this.nodes = nodes;
    }

    @Override
    public void put(Pod pod) {
        ObjectKey key = ObjectKey.of(pod);
        PodLoad load = PodLoad.of(pod, index.interner());
        nodes.replace(loadsOf(key).put(key.name(), load), load);
        index.change(key.namespace(), state -> state.pods.put(key.name(), PodFacts.of(pod, index.interner())));
    }

    @Override
    public void remove(ObjectKey key) {
        nodes.replace(loadsOf(key).remove(key.name()), null);
        loads.computeIfPresent(key.namespace(), (namespace, left) -> left.isEmpty() ? null : left);
        index.change(key.namespace(), state -> state.pods.remove(key.name()));
    }

    private Few<PodLoad> loadsOf(ObjectKey key) {
        return loads.computeIfAbsent(key.namespace(), namespace -> new Few<>());
    }

    @Override
    public Stream<ObjectKey> keys() {
        return loads.entrySet().stream()
                .flatMap(entry -> entry.getValue().names().stream().map(name -> new ObjectKey(entry.getKey(), name)));
    }
}
