package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import org.junit.jupiter.api.Test;

class PodsTest extends PodScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }

    @Test
    void pullsItsImageOnceTheFirstPodWasDeleted() {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: "web:pulls-later"}]}
                """);
        await().until(() -> !onlyPod().getStatus().getContainerStatuses().isEmpty());
        Pod first = onlyPod();

        client.resource(first).delete();

        await().until(() -> Readiness.isPodReady(onlyPod()));
        assertThat(first.getStatus()
                        .getContainerStatuses()
                        .getFirst()
                        .getState()
                        .getWaiting()
                        .getReason())
                .isEqualTo("ImagePullBackOff");
    }

    @Test
    void startsWhenItsAnnotationSays() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: slow, annotations: {simulation/starts-after: 900ms}}
                spec: {containers: [{name: main, image: "web:1"}]}
                """);
        createPod("usual", "web:1", "{}");

        await().until(() -> Readiness.isPodReady(named("usual")));

        assertThat(Readiness.isPodReady(named("slow"))).isFalse();
        await().until(() -> Readiness.isPodReady(named("slow")));
    }

    private Pod onlyPod() {
        return await().until(() -> client.pods().inNamespace(namespace).list().getItems(), pods -> pods.size() == 1)
                .getFirst();
    }

    private Pod named(String name) {
        return client.pods().inNamespace(namespace).withName(name).require();
    }
}
