package dev.hallm.bot.cluster.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterUnderTest;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.kube.NetworkPolicySource.Written;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot takes out of the chart for a tenant. */
class ChartPoliciesTest {
    private static final String CHART = "manifests/ha-llm-stack";

    @TempDir
    Path folder;

    @Test
    void areThoseOfAnInstallByHand() {
        List<NetworkPolicy> byHand =
                RenderedChart.only(NetworkPolicy.class, RenderedChart.render(Map.of("tenant", "jane")));

        assertThat(policies(of(CHART, Map.of()))).isEqualTo(byHand);
    }

    @Test
    void followThePlatformsValues() {
        Map<String, Object> values = Map.of(
                "platformObjects", Map.of("networkPolicies", Map.of("blockedRanges", List.of("198.51.100.0/24"))));

        assertThat(policies(of(CHART, values)).toString())
                .contains("198.51.100.0/24")
                .doesNotContain("172.16.0.0/12");
    }

    @Test
    void areNoneWhereTheValuesSaySo() {
        Map<String, Object> off = Map.of("platformObjects", Map.of("networkPolicies", Map.of("enabled", false)));

        assertThat(policies(of(CHART, off))).isEmpty();
    }

    @Test
    void areDemandedOfAnyChart() throws IOException {
        Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: own, version: 1.0.0}");
        Files.createDirectory(folder.resolve("templates"));
        Files.writeString(
                folder.resolve("templates").resolve("map.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: own}}");

        assertThat(refusal(of(folder.toString(), Map.of()))).contains("has no network policies");
    }

    @Test
    void sayWhyTheChartCannotWriteThem() {
        assertThat(refusal(of(CHART, Map.of("ingres", Map.of())))).contains("ingres");
    }

    private static List<NetworkPolicy> policies(Written written) {
        assertThat(written).isInstanceOf(Written.Policies.class);
        return ((Written.Policies) written).policies();
    }

    private static String refusal(Written written) {
        assertThat(written).isInstanceOf(Written.Unwritten.class);
        return ((ClusterAnswer.Refused) ((Written.Unwritten) written).why()).why();
    }

    private static Written of(String chart, Map<String, Object> values) {
        var settings = new PlatformSettings("example.com", chart, values, "nvidia.com/gpu", "");
        var threads = new HelmThreads();
        try (KubernetesClient unused =
                new KubernetesClientBuilder().withConfig(Config.empty()).build()) {
            return new ChartPolicies(settings, threads, unused)
                    .of(new TenantName("jane"), ClusterUnderTest.size())
                    .join();
        } finally {
            threads.stop();
        }
    }
}
