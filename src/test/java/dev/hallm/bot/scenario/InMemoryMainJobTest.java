package dev.hallm.bot.scenario;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class InMemoryMainJobTest extends MainJob {
    private static final InMemoryKube KUBE = InMemoryKube.start();

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        SampleCluster.fill(KUBE);
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
    }

    @AfterAll
    static void stop() {
        KUBE.close();
    }
}
