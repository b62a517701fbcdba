package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.readiness.Readiness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleClusterTest extends KubeTest {
    @BeforeEach
    void fill() {
        SampleCluster.fill(kube);
    }

    @Test
    void hasFourTenants() {
        var namespaces =
                client.namespaces().withLabel("user-namespace", "true").list().getItems();

        assertThat(namespaces)
                .extracting(namespace -> namespace.getMetadata().getName())
                .containsExactly(
                        "ha-llm-user-li-wei", "ha-llm-user-maria", "ha-llm-user-old-lab", "ha-llm-user-sleepy");
    }

    @Test
    void runsTheirPodsOnNodesWithRoom() {
        await().untilAsserted(
                        () -> assertThat(client.pods().inAnyNamespace().list().getItems())
                                .hasSize(6)
                                .allMatch(Readiness::isPodReady));

        assertThat(client.pods().inNamespace("ha-llm-user-maria").list().getItems())
                .extracting(pod -> pod.getSpec().getNodeName())
                .containsExactlyInAnyOrder("cpu-1", "gpu-dedicated-1");
    }

    @Test
    void reportsTheirWorkloadsVolumesAndAddresses() {
        await().until(() -> deployment("home-assistant").getStatus().getReadyReplicas(), Integer.valueOf(1)::equals);

        assertThat(client.persistentVolumeClaims()
                        .inNamespace("ha-llm-user-maria")
                        .list()
                        .getItems())
                .allMatch(claim -> claim.getStatus().getPhase().equals("Bound"));
        assertThat(client.network()
                        .v1()
                        .ingresses()
                        .inNamespace("ha-llm-user-maria")
                        .list()
                        .getItems())
                .allMatch(ingress -> ingress.getStatus()
                        .getLoadBalancer()
                        .getIngress()
                        .getFirst()
                        .getIp()
                        .equals("192.0.2.10"));
    }

    @Test
    void countsWhatTheyUse() {
        await().untilAsserted(() -> assertThat(client.resourceQuotas()
                        .inNamespace("ha-llm-user-maria")
                        .withName("user-quota")
                        .get()
                        .getStatus()
                        .getUsed())
                .extractingByKeys("requests.cpu", "limits.memory", "requests.storage", "requests.nvidia.com/gpu")
                .extracting(Object::toString)
                .containsExactly("2500m", "12Gi", "70Gi", "1"));
    }

    @Test
    void stopsThePodsOfASuspendedTenant() {
        assertThat(client.pods().inNamespace("ha-llm-user-sleepy").list().getItems())
                .isEmpty();
    }

    private Deployment deployment(String name) {
        return client.apps()
                .deployments()
                .inNamespace("ha-llm-user-maria")
                .withName(name)
                .get();
    }
}
