package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.ClusterCapacity.Node;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.TenantServices.Service;
import dev.hallm.bot.cluster.kube.KubeTenantChecks.Seen;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether Ollama's pod was given its GPUs, on a node that has some, as the API says; the bot runs nothing inside it. */
@Component
class GpuCheck {
    private final KubernetesClient client;
    private final ClusterCapacity capacity;
    private final PlatformSettings settings;

    GpuCheck(KubernetesClient client, ClusterCapacity capacity, PlatformSettings settings) {
        this.client = client;
        this.capacity = capacity;
        this.settings = settings;
    }

    Seen of(TenantName tenant, StackSize size) {
        if (size.gpu() == 0) {
            return Seen.notApplicable("the size " + size.name() + " has no GPU");
        }
        Optional<Pod> pod = client.pods().inNamespace(tenant.namespace()).list().getItems().stream()
                .filter(PodFacts::isRunning)
                .filter(found -> PodFacts.workloadOf(found).equals(Service.OLLAMA.workload()))
                .findFirst();
        return pod.map(running -> of(running, size)).orElseGet(() -> Seen.failed("no pod of Ollama runs"));
    }

    private Seen of(Pod pod, StackSize size) {
        long given =
                pod.getSpec().getContainers().stream().mapToLong(this::gpus).sum();
        String node = Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
        String words = given + " " + settings.gpuResource() + " on " + node;
        if (given < size.gpu()) {
            return Seen.failed(words + ", but " + size.gpu() + " were asked for");
        }
        return hasGpus(node) ? Seen.ok(words) : Seen.failed("the node " + node + " has no " + settings.gpuResource());
    }

    private long gpus(Container container) {
        var limits = Optional.ofNullable(container.getResources().getLimits()).orElse(Map.of());
        return Optional.ofNullable(limits.get(settings.gpuResource()))
                .map(limit -> limit.getNumericalAmount().longValueExact())
                .orElse(0L);
    }

    private boolean hasGpus(String name) {
        return capacity.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(Node::allocatable)
                .map(allocatable -> allocatable.getOrDefault(settings.gpuResource(), Quantity.ZERO))
                .anyMatch(amount -> !amount.isZero());
    }
}
