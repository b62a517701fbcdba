package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeAccessSearchTest {
    @TempDir
    private Path folder;

    @Test
    void prefersWhatTheBotsOwnPropertiesSay() throws IOException {
        Path named = file("named");

        assertThat(search(Map.of("KUBECONFIG", file("other").toString())).find("", named.toString()))
                .isEqualTo(new KubeAccess.File(named));
    }

    @Test
    void neverShowsAKubeconfigsText() {
        assertThat(search(Map.of()).find("token: very-secret", "")).hasToString("Contents[…]");
    }

    @Test
    void leavesTheMergingOfSeveralFilesToTheClients() throws IOException {
        String both = file("one") + File.pathSeparator + file("two");

        assertThat(search(Map.of("KUBECONFIG", both)).find("", "")).isEqualTo(new KubeAccess.Merged());
    }

    @Test
    void looksIntoTheHomeFolder() throws IOException {
        Files.createDirectory(folder.resolve(".kube"));
        Path usual = file(".kube/config");

        assertThat(search(Map.of()).find("", "")).isEqualTo(new KubeAccess.File(usual));
    }

    @Test
    void tellsHelmWhereAPodsTokenIsInsteadOfTheToken() throws IOException {
        file("token");
        var pod = Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443");

        assertThat(search(pod).find("", ""))
                .isInstanceOfSatisfying(
                        KubeAccess.InCluster.class,
                        access -> assertThat(access.kubeconfig())
                                .contains("https://[fd00::1]:443", "tokenFile: \"" + folder.resolve("token")));
    }

    @Test
    void saysThatAFileDoesNotExist() {
        assertThatThrownBy(() -> search(Map.of("KUBECONFIG", "missing.yaml")).find("", ""))
                .isInstanceOf(ClusterNotConfigured.class)
                .hasMessage("KUBECONFIG names missing.yaml, which is not a file");
    }

    @Test
    void saysWhatToSetWhenThereIsNothing() {
        var failure = new ClusterNotConfigured("no kubeconfig was found, and this process does not run in a pod");

        var analysis = new ClusterNotConfiguredAnalyzer().analyze(failure, failure);

        assertThatThrownBy(() -> search(Map.of()).find("", "")).hasMessage(failure.getMessage());
        assertThat(analysis.getAction()).contains("KUBECONFIG");
    }

    private KubeAccessSearch search(Map<String, String> environment) {
        return new KubeAccessSearch(environment::get, folder, folder);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x");
    }
}
