package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Instant;
import java.util.Map;

/** Objects of a tenant as an API server gives them, as far as the projections read them. */
final class Sample {
    private static final String START = "2026-11-24T10:00:00Z";

    private Sample() {}

    static Namespace namespace(String tenant) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName("ha-llm-user-" + tenant)
                .withCreationTimestamp(START)
                .addToLabels("hallm.dev/phase", "active")
                .addToAnnotations("hallm.dev/owner", "console:local/" + tenant)
                .addToAnnotations("hallm.dev/size", "small")
                .endMetadata()
                .build();
    }

    static ResourceQuota quota(String tenant, String name, String used, String hard) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace("ha-llm-user-" + tenant)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withHard(Map.of(
                        "requests.cpu", new Quantity(hard),
                        "limits.cpu", new Quantity("8"),
                        "requests.memory", new Quantity("8Gi"),
                        "limits.memory", new Quantity("16Gi"),
                        "requests.storage", new Quantity("100Gi"),
                        "requests.nvidia.com/gpu", new Quantity("1")))
                .withUsed(Map.of(
                        "requests.cpu", new Quantity(used),
                        "limits.cpu", new Quantity("7200m"),
                        "requests.memory", new Quantity("7372Mi"),
                        "limits.memory", new Quantity("14744Mi"),
                        "requests.storage", new Quantity("90Gi"),
                        "requests.nvidia.com/gpu", new Quantity("1")))
                .endStatus()
                .build();
    }

    static Deployment deployment(String tenant, String name, int ready) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("ha-llm-user-" + tenant)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .endSpec()
                .withNewStatus()
                .withReadyReplicas(ready)
                .addNewCondition()
                .withType("Available")
                .withLastTransitionTime(START)
                .endCondition()
                .endStatus()
                .build();
    }

    static Pod pod(String tenant, String workload) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("ha-llm-user-" + tenant)
                .withName(workload + "-5d9c-" + tenant)
                .addToLabels("pod-template-hash", "5d9c")
                .addNewOwnerReference()
                .withController(true)
                .withName(workload + "-5d9c")
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .addNewContainer()
                .withName(workload)
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("700m"), "memory", new Quantity("2867Mi")))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withStartTime(START)
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withLastTransitionTime(START)
                .endCondition()
                .endStatus()
                .build();
    }

    static Pod unready(String tenant, String workload, Instant since) {
        Pod pod = pod(tenant, workload);
        pod.getStatus().getConditions().getFirst().setStatus("False");
        pod.getStatus().getConditions().getFirst().setLastTransitionTime(since.toString());
        return pod;
    }

    static Pod failing(String tenant, String workload, String reason) {
        return new PodBuilder(unready(tenant, workload, Instant.parse(START)))
                .editStatus()
                .withPhase("Pending")
                .addNewContainerStatus()
                .withName(workload)
                .withImage("example.com/" + workload + ":1")
                .withNewState()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    static PersistentVolumeClaim volume(String tenant, String name) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace("ha-llm-user-" + tenant)
                .withName(name)
                .endMetadata()
                .withNewStatus()
                .withPhase("Bound")
                .withCapacity(Map.of("storage", new Quantity("20Gi")))
                .endStatus()
                .build();
    }

    static Ingress ingress(String tenant, String name) {
        return new IngressBuilder()
                .withNewMetadata()
                .withNamespace("ha-llm-user-" + tenant)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewTl()
                .addToHosts("ha." + tenant + ".example.com")
                .endTl()
                .addNewRule()
                .withHost("ha." + tenant + ".example.com")
                .endRule()
                .endSpec()
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withIp("192.0.2.10")
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build();
    }
}
