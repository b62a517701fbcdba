package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterUnderTest;
import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.cluster.TenantServices.Service;
import dev.hallm.bot.cluster.TenantServices.Way;
import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.RealHomeAssistant;
import dev.hallm.bot.tenant.TenantName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The way through a real API server to a fresh Home Assistant: a cluster whose forwards of port 8123 end at one, which
 * the test starts.
 */
@RealCluster
@EnabledIfEnvironmentVariable(
        named = RealHomeAssistant.FORWARDED_PORT,
        matches = "[0-9]+",
        disabledReason = RealHomeAssistant.MISSING)
class PortForwardsIT {
    @Test
    void makesTheFirstAccountThroughTheApiServer() throws Exception {
        String kubeconfig = Files.readString(Path.of(System.getenv(RealCluster.KUBECONFIG)));
        try (RealHomeAssistant _ = RealHomeAssistant.startForwarded();
                var cluster = new ClusterUnderTest(kubeconfig)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> cluster.health().synced());
            TenantName tenant = ClusterUnderTest.tenant("way");
            done(() -> cluster.changes()
                    .ensureNamespace(tenant, ClusterUnderTest.ANA, ClusterUnderTest.size(), "onboarding"));
            done(() -> cluster.changes().applyQuota(tenant, ClusterUnderTest.size()));
            assertThat(new PortForwards(cluster.client()).open(tenant, Service.HOME_ASSISTANT))
                    .isEmpty();
            done(() -> cluster.changes().installStack(tenant, ClusterUnderTest.size(), false));
            done(() -> cluster.changes().stackReady(tenant));

            done(() -> cluster.changes().secureFirstLogin(tenant));

            assertThat(steps(new PortForwards(cluster.client()), tenant))
                    .contains("\"done\":true")
                    .doesNotContain("\"done\":false");
            cluster.client().namespaces().withName(tenant.namespace()).delete();
        }
    }

    private static void done(Supplier<ClusterAnswer> change) {
        await().atMost(Duration.ofSeconds(60)).until(change::get, ClusterAnswer.Done.class::isInstance);
    }

    private static String steps(TenantServices services, TenantName tenant) throws IOException, InterruptedException {
        try (Way way = services.open(tenant, Service.HOME_ASSISTANT).orElseThrow();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(way.address() + "/api/onboarding"))
                            .build(),
                    BodyHandlers.ofString());
            return answer.body();
        }
    }
}
