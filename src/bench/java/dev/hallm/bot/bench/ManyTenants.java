package dev.hallm.bot.bench;

import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes tenants by the thousand: namespace, quota, two volumes and two ingresses each; existing ones are left alone. */
final class ManyTenants {
    private static final int AT_ONCE = 64;
    private static final int NOTHING_TO_DO = 409;

    private final KubernetesClient kube;

    ManyTenants(KubernetesClient kube) {
        this.kube = kube;
    }

    void make(int count) {
        Set<String> there = kube.namespaces().withLabel("user-namespace", "true").list().getItems().stream()
                .map(namespace -> namespace.getMetadata().getName())
                .collect(Collectors.toSet());
        List<TenantName> missing = IntStream.range(0, count)
                .mapToObj(n -> new TenantName(String.format("bench-%05d", n)))
                .filter(name -> !there.contains(name.namespace()))
                .toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            missing.forEach(name -> running.add(workers.submit(() -> make(name))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a tenant could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(TenantName name) {
        create(namespace(name));
        create(quota(name));
        List.of("home-assistant-config", "ollama-models").forEach(volume -> create(volume(name, volume)));
        List.of("ha", "ollama").forEach(host -> create(ingress(name, host)));
    }

    private void create(HasMetadata object) {
        try {
            kube.resource(object).create();
        } catch (io.fabric8.kubernetes.client.KubernetesClientException e) {
            if (e.getCode() != NOTHING_TO_DO) {
                throw e;
            }
        }
    }

    private static HasMetadata namespace(TenantName name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name.namespace())
                .withLabels(
                        Map.of("user-namespace", "true", "hallm.dev/tenant", name.value(), "hallm.dev/phase", "active"))
                .withAnnotations(
                        Map.of("hallm.dev/owner", "lab:lab/U" + name.value().hashCode(), "hallm.dev/size", "standard"))
                .endMetadata()
                .build();
    }

    private static HasMetadata quota(TenantName name) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("user-quota")
                .withNamespace(name.namespace())
                .endMetadata()
                .withNewSpec()
                .addToHard("requests.cpu", new Quantity("4"))
                .addToHard("limits.cpu", new Quantity("8"))
                .addToHard("requests.memory", new Quantity("8Gi"))
                .addToHard("limits.memory", new Quantity("16Gi"))
                .addToHard("requests.storage", new Quantity("100Gi"))
                .addToHard("requests.nvidia.com/gpu", new Quantity("1"))
                .endSpec()
                .build();
    }

    private static HasMetadata volume(TenantName name, String volume) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(volume)
                .withNamespace(name.namespace())
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity("20Gi"))
                .endResources()
                .endSpec()
                .build();
    }

    private static HasMetadata ingress(TenantName name, String host) {
        return new IngressBuilder()
                .withNewMetadata()
                .withName(host)
                .withNamespace(name.namespace())
                .endMetadata()
                .withNewSpec()
                .withNewDefaultBackend()
                .withNewService()
                .withName(host)
                .withNewPort()
                .withNumber(80)
                .endPort()
                .endService()
                .endDefaultBackend()
                .addNewRule()
                .withHost(host + "." + name + ".example.com")
                .endRule()
                .endSpec()
                .build();
    }
}
