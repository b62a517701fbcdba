package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.FakeServices;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar does its main job on a real cluster, killed inside a Helm call on the way. */
@RealCluster
class RealClusterJarIT {
    private static final Path KUBECONFIG = Path.of(System.getenv().getOrDefault("HALLM_TEST_KUBECONFIG", ""));

    @AutoClose
    private final FakeServices pods = FakeServices.start();

    @TempDir
    Path folder;

    @Test
    void onboardsATenantInSpiteOfADeathInsideHelm() throws IOException {
        String[] services = pods.arguments();
        try (KubernetesClient kube = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(KUBECONFIG.toFile()))
                .build()) {
            try (BotProcess bot = BotProcess.start(folder, KUBECONFIG, services)) {
                bot.awaitTenants();
                bot.console().say("ana", "user create jar-job owner=@cy size=small");
                bot.console().click("bo", "approvals", "Access request · jar-job", "Approve request");
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !pendingReleases(kube).isEmpty());
                bot.kill();
            }

            try (BotProcess bot = BotProcess.start(folder, KUBECONFIG, services)) {
                bot.console().awaitArticle("ana", "operations", "jar-job is ready, after");
                bot.console().say("ana", "user show jar-job");
                bot.console().awaitArticle("ana", "private", "jar-job · active");
                assertThat(bot.console().count("cy", "private", "Welcome! jar-job is ready"))
                        .isEqualTo(1);
                assertThat(pendingReleases(kube)).isEmpty();
                assertThat(bot.terminate(Duration.ofSeconds(10))).isEqualTo(143);
            }
        }
    }

    private static List<Secret> pendingReleases(KubernetesClient kube) {
        return kube.secrets()
                .inNamespace("ha-llm-user-jar-job")
                .withLabel("status", "pending-install")
                .list()
                .getItems();
    }
}
