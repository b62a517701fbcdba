package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterHealth;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bot's main job, the same on every platform, on a cluster in memory and on a real one. */
abstract class MainJob implements RequestScenarios, OnboardingScenarios, FailureScenarios {
    @Autowired
    KubernetesClient kube;

    @Autowired
    ClusterHealth health;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitTheFirstListing() {
        await().atMost(Duration.ofSeconds(30)).until(health::synced);
    }

    @Override
    public KubernetesClient kube() {
        return kube;
    }

    @Override
    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public String tenant(String number) {
        return getClass().getSimpleName().replaceAll("MainJob.*", "").toLowerCase(Locale.ROOT) + "-" + number;
    }
}
