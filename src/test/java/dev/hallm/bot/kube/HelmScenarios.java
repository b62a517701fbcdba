package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class HelmScenarios extends Scenarios {
    private static final String FIRST = "sh.helm.release.v1.tiny.v1";

    @TempDir
    Path chart;

    @BeforeEach
    void writeChart() throws IOException {
        Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: tiny, version: 0.1.0}\n");
        Files.writeString(chart.resolve("values.yaml"), "{tag: \"1\", replicas: 1, port: 80}\n");
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
                spec: {selector: {app: tiny}, ports: [{name: http, port: {{ .Values.port }}}]}
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
                        ports: [{containerPort: {{ .Values.port }}}]
                """);
    }

    @Test
    void installsAChart() {
        Release release = install();

        assertThat(release.getStatus()).isEqualTo("deployed");
        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .withName("tiny")
                        .get()
                        .getData())
                .containsEntry("tag", "1");
        assertThat(releases()).extracting(Release::getName).containsExactly("tiny");
        assertThat(status().getStatus()).isEqualTo("deployed");
    }

    @Test
    void upgradesAReleaseByChangingItsObjects() {
        install();

        Release upgraded = upgrade("2");

        assertThat(upgraded.getRevision()).isEqualTo("2");
        assertThat(image()).endsWith(":2");
    }

    @Test
    void putsBackWhatWasScaledOutsideOfIt() {
        install();
        client.apps().deployments().inNamespace(namespace).withName("tiny").scale(0);

        upgrade("2");

        assertThat(deployment().getSpec().getReplicas()).isEqualTo(1);
    }

    @Test
    void replacesAnElementOfAListByItsKey() {
        install();

        new Helm(chart)
                .upgrade()
                .withName("tiny")
                .withNamespace(namespace)
                .set("port", 81)
                .withKubeConfigContents(kubeconfig())
                .call();

        assertThat(client.services()
                        .inNamespace(namespace)
                        .withName("tiny")
                        .get()
                        .getSpec()
                        .getPorts())
                .extracting(port -> port.getPort())
                .containsExactly(81);
    }

    @Test
    void rendersAChartWithoutTouchingTheCluster() {
        String manifest = new Helm(chart)
                .template()
                .withName("tiny")
                .withNamespace(namespace)
                .call();

        assertThat(manifest).contains("image: \"registry.example.com/tiny:1\"");
        assertThat(client.configMaps().inNamespace(namespace).withName("tiny").get())
                .isNull();
    }

    @Test
    void refusesWhatExistsOutsideOfTheRelease() {
        create("---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: tiny}}");

        assertThatThrownBy(this::install).hasMessageContaining("invalid ownership metadata");
    }

    @Test
    void refusesToTouchAPendingRelease() {
        install();
        rewrite("pending-install");

        assertThatThrownBy(() -> upgrade("2")).hasMessageContaining("another operation");
        assertThatThrownBy(this::install).hasMessageContaining("cannot re-use a name");
    }

    @Test
    void adoptsWhatAKilledInstallLeft() {
        install();
        rewrite("pending-install");
        client.secrets()
                .inNamespace(namespace)
                .withLabelSelector("owner=helm,name=tiny,status in (pending-install,pending-upgrade)")
                .delete();

        Release release = install();

        assertThat(release.getStatus()).isEqualTo("deployed");
    }

    @Test
    void uninstallsARelease() {
        install();

        Helm.uninstall("tiny")
                .withNamespace(namespace)
                .withKubeConfigContents(kubeconfig())
                .call();

        assertThat(client.apps().deployments().inNamespace(namespace).list().getItems())
                .isEmpty();
        assertThat(releases()).isEmpty();
    }

    Release install() {
        return new Helm(chart)
                .install()
                .withName("tiny")
                .withNamespace(namespace)
                .withKubeConfigContents(kubeconfig())
                .call();
    }

    Release upgrade(String tag) {
        return new Helm(chart)
                .upgrade()
                .withName("tiny")
                .withNamespace(namespace)
                .set("tag", tag)
                .withKubeConfigContents(kubeconfig())
                .call();
    }

    private List<Release> releases() {
        return Helm.list()
                .all()
                .withNamespace(namespace)
                .withKubeConfigContents(kubeconfig())
                .call();
    }

    private Release status() {
        return Helm.status("tiny")
                .withNamespace(namespace)
                .withKubeConfigContents(kubeconfig())
                .call();
    }

    private Deployment deployment() {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("tiny")
                .require();
    }

    private String image() {
        return deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    /** Helm believes the payload, and its selectors the label. */
    private void rewrite(String status) {
        client.secrets().inNamespace(namespace).withName(FIRST).edit(stored -> withStatus(stored, status));
    }

    private static Secret withStatus(Secret secret, String status) {
        secret.getMetadata().getLabels().put("status", status);
        secret.getData().compute("release", (_, payload) -> HelmPayload.withStatus(payload, status));
        return secret;
    }
}
