package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmTest extends KubeTest {
    @TempDir
    Path chart;

    @BeforeEach
    void writeChart() throws IOException {
        Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: tiny, version: 0.1.0}\n");
        Files.writeString(chart.resolve("values.yaml"), "tag: \"1\"\nreplicas: 1\n");
        Files.createDirectory(chart.resolve("templates"));
        Files.writeString(chart.resolve("templates/all.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: tiny}
                data: {tag: {{ .Values.tag | quote }}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: tiny}
                spec: {selector: {app: tiny}, ports: [{name: http, port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: tiny}
                spec:
                  replicas: {{ .Values.replicas }}
                  selector: {matchLabels: {app: tiny}}
                  template:
                    metadata: {labels: {app: tiny}}
                    spec:
                      containers:
                      - name: main
                        image: "registry.example.com/tiny:{{ .Values.tag }}"
                        ports: [{containerPort: 80}]
                """);
    }

    @Test
    void installsAChart() {
        Release release = install();

        assertThat(release.getStatus()).isEqualTo("deployed");
        assertThat(client.configMaps()
                        .inNamespace(NAMESPACE)
                        .withName("tiny")
                        .get()
                        .getData())
                .containsEntry("tag", "1");
        assertThat(releases()).extracting(Release::getName).containsExactly("tiny");
    }

    @Test
    void upgradesAReleaseByChangingItsObjects() {
        install();

        Release upgraded = upgrade("2");

        assertThat(upgraded.getRevision()).isEqualTo("2");
        assertThat(deployedImage()).endsWith(":2");
    }

    @Test
    void refusesToTouchAPendingRelease() {
        install();
        rewrite("sh.helm.release.v1.tiny.v1", "pending-install");

        assertThatThrownBy(() -> upgrade("2")).hasMessageContaining("another operation");
        assertThatThrownBy(this::install).hasMessageContaining("cannot re-use a name");
    }

    @Test
    void saysThatAnotherOperationIsInProgressWhileAnInstallIsFrozen() {
        Stall stall = kube.stallNext("POST", "/apis/apps/v1/.*/deployments");
        var installing = CompletableFuture.supplyAsync(this::install);
        stall.awaitReached(Duration.ofSeconds(10));

        assertThatThrownBy(() -> upgrade("2")).hasMessageContaining("another operation");

        stall.release();
        assertThat(installing).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void adoptsWhatAKilledInstallLeft() {
        install();
        rewrite("sh.helm.release.v1.tiny.v1", "pending-install");
        client.secrets()
                .inNamespace(NAMESPACE)
                .withLabel("status", "pending-install")
                .delete();

        Release release = install();

        assertThat(release.getStatus()).isEqualTo("deployed");
    }

    @Test
    void uninstallsARelease() {
        install();

        Helm.uninstall("tiny")
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kube.kubeconfig())
                .call();

        assertThat(client.apps().deployments().inNamespace(NAMESPACE).list().getItems())
                .isEmpty();
        assertThat(releases()).isEmpty();
    }

    private Release install() {
        return new Helm(chart)
                .install()
                .withName("tiny")
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kube.kubeconfig())
                .call();
    }

    private Release upgrade(String tag) {
        return new Helm(chart)
                .upgrade()
                .withName("tiny")
                .withNamespace(NAMESPACE)
                .set("tag", tag)
                .withKubeConfigContents(kube.kubeconfig())
                .call();
    }

    private java.util.List<Release> releases() {
        return Helm.list()
                .all()
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kube.kubeconfig())
                .call();
    }

    private String deployedImage() {
        var deployment = client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName("tiny")
                .get();
        return deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    /** Helm believes the payload, and its selectors the label. */
    private void rewrite(String secret, String status) {
        client.secrets().inNamespace(NAMESPACE).withName(secret).edit(stored -> withStatus(stored, status));
    }

    private static Secret withStatus(Secret secret, String status) {
        secret.getMetadata().getLabels().put("status", status);
        secret.getData().compute("release", (_, payload) -> HelmPayload.withStatus(payload, status));
        return secret;
    }
}
