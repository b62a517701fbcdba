package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InMemoryKubeTest extends KubeTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void tellsItsVersionAndHealth() {
        assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.36.0");
        assertThat(client.raw("/readyz")).isEqualTo("ok");
        assertThat(client.raw("/livez")).isEqualTo("ok");
    }

    @Test
    void allowsEverything() {
        var review = client.resource(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb("create")
                        .withResource("namespaces")
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .create();

        assertThat(review.getStatus().getAllowed()).isTrue();
    }

    @Test
    void remembersItsRequests() {
        int before = kube.requests().size();

        client.pods().inNamespace(NAMESPACE).withLabel("app", "x").list();

        assertThat(kube.requests().subList(before, kube.requests().size()))
                .containsExactly("GET /api/v1/namespaces/" + NAMESPACE + "/pods?labelSelector=app=x");
    }

    @Test
    void failsAsOrderedOnce() {
        kube.failNext("PATCH", "/api/v1/namespaces/.*", 409);

        assertThatThrownBy(this::annotate).isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
            assertThat(refusal.getCode()).isEqualTo(409);
            assertThat(refusal.getStatus().getReason()).isEqualTo("Conflict");
        });
        assertThat(annotate().getMetadata().getAnnotations()).containsEntry("x", "1");
    }

    @Test
    void freezesARequestUntilItIsReleased() {
        var stall = kube.stallNext("PATCH", "/api/v1/namespaces/.*");
        var call = CompletableFuture.supplyAsync(this::annotate);
        stall.awaitReached(SOON);
        assertThat(namespace().getMetadata().getAnnotations()).doesNotContainKey("x");

        stall.release();

        assertThat(call).succeedsWithin(SOON);
        assertThat(namespace().getMetadata().getAnnotations()).containsEntry("x", "1");
    }

    @Test
    void answersNothingWhileItIsAway() {
        try (var impatient = impatientClient()) {
            kube.goAway();
            assertThatThrownBy(() -> impatient.namespaces().list()).isInstanceOf(KubernetesClientException.class);

            kube.comeBack();

            assertThat(impatient.namespaces().list().getItems()).isNotEmpty();
        }
    }

    @Test
    void servesWhatACustomResourceDefinitionDescribes() {
        kube.seed("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: teapots.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Teapot, plural: teapots, singular: teapot}
                  versions: [{name: v1, served: true, storage: true}]
                """);

        kube.seed("{apiVersion: example.com/v1, kind: Teapot, metadata: {name: brown, namespace: %s}}"
                .formatted(NAMESPACE));

        assertThat(client.genericKubernetesResources("example.com/v1", "Teapot")
                        .inNamespace(NAMESPACE)
                        .list()
                        .getItems())
                .hasSize(1);
    }

    private Namespace namespace() {
        return client.namespaces().withName(NAMESPACE).require();
    }

    private Namespace annotate() {
        return client.namespaces()
                .withName(NAMESPACE)
                .edit(found -> found.edit()
                        .editMetadata()
                        .addToAnnotations("x", "1")
                        .endMetadata()
                        .build());
    }

    private KubernetesClient impatientClient() {
        var config = Config.fromKubeconfig(kube.kubeconfig());
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
