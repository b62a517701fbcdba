package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the whole cluster and folds what it sees into projections. Starting never waits and never gives up: while
 * Kubernetes is away each informer lists again, as it does when a watch is lost.
 */
@Component
class Informers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Informers.class);
    /** Objects of one listing's page: whole ones are in memory only while their page is folded. */
    private static final long PAGE = 500;

    private final KubernetesClient client;
    private final TenantIndex index;
    private final KubeCapacity capacity;
    private final NodeLoads loads;
    private final KubeHealth health;
    private volatile List<SharedIndexInformer<?>> running = List.of();

    Informers(KubernetesClient client, TenantIndex index, KubeCapacity capacity, NodeLoads loads, KubeHealth health) {
        this.client = client;
        this.index = index;
        this.capacity = capacity;
        this.loads = loads;
        this.health = health;
    }

    @Override
    public void start() {
        running = List.of(
                informer(client.namespaces(), index.namespaces(), Namespace::new),
                informer(client.nodes(), capacity.projection(), Node::new),
                informer(client.pods().inAnyNamespace(), new PodProjection(index, loads), Pod::new),
                informer(
                        client.resourceQuotas().inAnyNamespace(),
                        index.projection(state -> state.quotas, QuotaFacts::of),
                        ResourceQuota::new),
                informer(
                        client.apps().deployments().inAnyNamespace(),
                        index.<Deployment, WorkloadFacts>projection(state -> state.deployments, WorkloadFacts::of),
                        Deployment::new),
                informer(
                        client.apps().statefulSets().inAnyNamespace(),
                        index.<StatefulSet, WorkloadFacts>projection(state -> state.statefulSets, WorkloadFacts::of),
                        StatefulSet::new),
                informer(
                        client.persistentVolumeClaims().inAnyNamespace(),
                        index.projection(state -> state.volumes, StorageFacts::of),
                        PersistentVolumeClaim::new),
                informer(
                        client.network().v1().ingresses().inAnyNamespace(),
                        index.projection(state -> state.ingresses, EndpointFacts::of),
                        Ingress::new));
        running.forEach(this::begin);
    }

    private <T extends HasMetadata> SharedIndexInformer<T> informer(
            Informable<T> objects, Projection<T> projection, Supplier<T> bare) {
        return objects.withLimit(PAGE)
                .runnableInformer(0)
                .removeNamespaceIndex()
                .itemStore(new ProjectionStore<>(projection, bare))
                .exceptionHandler((started, problem) -> true);
    }

    private void begin(SharedIndexInformer<?> informer) {
        informer.start().whenComplete((nothing, problem) -> {
            boolean all = problem == null && running.stream().allMatch(SharedIndexInformer::hasSynced);
            if (all && health.becameSynced()) {
                LOG.info("{} tenants are known", index.all().size());
            }
        });
    }

    @Override
    public void stop() {
        running.forEach(SharedIndexInformer::stop);
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
