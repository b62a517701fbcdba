package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class WorkloadScenarios extends Scenarios {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """;

    @Test
    void runsTheReplicasOfADeployment() {
        createDeployment("RollingUpdate", 2);

        await().until(() -> ready() == 2);

        await().untilAsserted(() -> assertThat(web().get().getStatus().getConditions())
                .filteredOn(condition -> condition.getStatus().equals("True"))
                .extracting(condition -> condition.getType() + "=" + condition.getReason())
                .contains("Available=MinimumReplicasAvailable"));
        assertThat(web().get().getStatus().getObservedGeneration()).isEqualTo(1);
    }

    @Test
    void replacesThePodsOfADeploymentWhenItsTemplateChanges() {
        createDeployment("RollingUpdate", 1);
        await().until(() -> ready() == 1);

        patchImage("web:2");

        await().until(() -> images().equals(List.of("web:2")) && ready() == 1);
    }

    @Test
    void neverRunsTwoPodsOfADeploymentThatRecreates() {
        createDeployment("Recreate", 1);
        await().until(() -> ready() == 1);
        try (var watch = new MostPods(client, namespace)) {
            patchImage("web:2");
            await().until(() -> images().equals(List.of("web:2")) && ready() == 1);

            assertThat(watch.most()).isEqualTo(1);
        }
    }

    @Test
    void keepsAnOldPodWhileTheNewOneFails() {
        createDeployment("RollingUpdate", 1);
        await().until(() -> ready() == 1);

        patchImage("web:never-pulls");

        await().until(() -> images().size() == 2);
        assertThat(ready()).isEqualTo(1);
    }

    @Test
    void leavesOutZeros() {
        createDeployment("Recreate", 1);
        await().until(() -> ready() == 1);

        web().scale(0);

        await().until(() -> pods().isEmpty());
        await().until(() -> web().get().getStatus().getReplicas() == null);
        assertThat(web().get().getStatus().getReadyReplicas()).isNull();
    }

    @Test
    void replacesADeletedPod() {
        createDeployment("RollingUpdate", 1);
        await().until(() -> ready() == 1);
        Pod first = pods().getFirst();

        client.resource(first).delete();

        await().until(() -> pods().size() == 1
                && !pods().getFirst()
                        .getMetadata()
                        .getName()
                        .equals(first.getMetadata().getName())
                && ready() == 1);
    }

    @Test
    void deletesWhatBelongsToADeployment() {
        createDeployment("RollingUpdate", 1);
        await().until(() -> ready() == 1);

        web().delete();

        await().until(() -> pods().isEmpty()
                && client.apps()
                        .replicaSets()
                        .inNamespace(namespace)
                        .list()
                        .getItems()
                        .isEmpty());
    }

    @Test
    void countsGenerationsOfTheSpecAlone() {
        createDeployment("RollingUpdate", 1);
        long before = web().get().getMetadata().getGeneration();

        web().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"labels\": {\"x\": \"1\"}}}");
        assertThat(web().get().getMetadata().getGeneration()).isEqualTo(before);

        patchImage("web:2");
        assertThat(web().get().getMetadata().getGeneration()).isEqualTo(before + 1);
    }

    @Test
    void mergesContainersByNameInAStrategicPatch() {
        createDeployment("RollingUpdate", 1);

        patchImage("web:2");

        var containers = web().get().getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        assertThat(containers.getFirst().getPorts().getFirst().getContainerPort())
                .isEqualTo(8080);
    }

    @Test
    void refusesASelectorThatItsTemplateDoesNotMatch() {
        var refusal = refusal(() -> create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: other}}
                    spec: {containers: [{name: main, image: "web:1"}]}
                """));

        assertStatus(refusal, 422, "Invalid");
        assertThat(refusal.getStatus().getMessage()).contains("`selector` does not match template `labels`");
    }

    @Test
    void givesAStatefulSetNumberedPodsAndVolumes() {
        create(statefulSet(2));

        await().until(() -> Integer.valueOf(2)
                .equals(client.apps()
                        .statefulSets()
                        .inNamespace(namespace)
                        .withName("db")
                        .get()
                        .getStatus()
                        .getReadyReplicas()));

        assertThat(pods()).extracting(pod -> pod.getMetadata().getName()).containsExactly("db-0", "db-1");
        assertThat(client.persistentVolumeClaims().inNamespace(namespace).list().getItems())
                .extracting(claim -> claim.getMetadata().getName())
                .containsExactly("data-db-0", "data-db-1");
    }

    @Test
    void keepsTheVolumesOfAStatefulSetAsTheyWereMade() {
        create(statefulSet(1));

        var refusal = refusal(() -> client.apps()
                .statefulSets()
                .inNamespace(namespace)
                .withName("db")
                .patch(PatchContext.of(PatchType.JSON), """
                        [{"op": "replace", "path": "/spec/volumeClaimTemplates/0/spec/resources/requests/storage",
                          "value": "2Gi"}]
                        """));

        assertStatus(refusal, 422, "Invalid");
    }

    @Test
    void givesAServiceAnAddress() {
        create(SERVICE);

        var service = client.services().inNamespace(namespace).withName("web").require();
        assertThat(service.getSpec().getClusterIP()).startsWith("10.96.");
    }

    @Test
    void givesAnIngressAnAddressOutsideOfTheCluster() {
        create("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web}
                spec: {ingressClassName: nginx, defaultBackend: {service: {name: web, port: {number: 80}}}}
                """);

        var ingress = client.network().v1().ingresses().inNamespace(namespace).withName("web");
        await().untilAsserted(() -> assertThat(
                        ingress.require().getStatus().getLoadBalancer().getIngress())
                .extracting(address -> address.getIp())
                .containsExactly("192.0.2.10"));
    }

    private void createDeployment(String strategy, int replicas) {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: %d
                  strategy: {type: %s}
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: "web:1", ports: [{containerPort: 8080}]}]}
                """.formatted(replicas, strategy));
    }

    private void patchImage(String image) {
        web().patch(PatchContext.of(PatchType.STRATEGIC_MERGE), """
                        {"spec": {"template": {"spec": {"containers": [{"name": "main", "image": "%s"}]}}}}
                        """.formatted(image));
    }

    private static String statefulSet(int replicas) {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: %d
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers: [{name: main, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}]
                  volumeClaimTemplates:
                  - metadata: {name: data}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """.formatted(replicas);
    }

    private RollableScalableResource<Deployment> web() {
        return client.apps().deployments().inNamespace(namespace).withName("web");
    }

    private List<Pod> pods() {
        return client.pods().inNamespace(namespace).list().getItems();
    }

    private List<String> images() {
        return pods().stream()
                .map(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .toList();
    }

    private long ready() {
        return pods().stream().filter(Readiness::isPodReady).count();
    }
}
