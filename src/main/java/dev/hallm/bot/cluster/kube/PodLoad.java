package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What a pod takes of its node. Source of the sum: Kubernetes' own, "init containers run one after the other, sidecars
 * beside everything" ({@code k8s.io/component-helpers/resource.PodRequests}).
 *
 * @param node empty while unscheduled
 */
record PodLoad(String node, Map<String, Quantity> requests) {
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");
    private static final Quantity ONE = Quantity.of(1);
    private static final PodLoad NOTHING = new PodLoad("", Map.of());

    PodLoad {
        requests = Map.copyOf(requests);
    }

    static PodLoad of(Pod pod, Interner interner) {
        String node = pod.getSpec().getNodeName();
        boolean finished =
                pod.getStatus() != null && FINISHED.contains(pod.getStatus().getPhase());
        return node == null || finished ? NOTHING : interner.of(new PodLoad(interner.of(node), requests(pod)));
    }

    private static Map<String, Quantity> requests(Pod pod) {
        var running = new HashMap<String, Quantity>(Map.of("pods", ONE));
        pod.getSpec().getContainers().forEach(container -> merge(running, container, Quantity::plus));
        var starting = new HashMap<String, Quantity>();
        initContainers(pod).forEach(container -> {
            if ("Always".equals(container.getRestartPolicy())) {
                merge(running, container, Quantity::plus);
            } else {
                merge(starting, container, PodLoad::larger);
            }
        });
        starting.forEach((resource, amount) -> running.merge(resource, amount, PodLoad::larger));
        return running;
    }

    private static List<Container> initContainers(Pod pod) {
        return pod.getSpec().getInitContainers() == null
                ? List.of()
                : pod.getSpec().getInitContainers();
    }

    private static void merge(Map<String, Quantity> sums, Container container, BinaryOperator<Quantity> how) {
        if (container.getResources() != null && container.getResources().getRequests() != null) {
            container
                    .getResources()
                    .getRequests()
                    .forEach((resource, amount) -> sums.merge(resource, QuotaFacts.quantity(amount), how));
        }
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
