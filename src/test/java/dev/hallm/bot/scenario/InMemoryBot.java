package dev.hallm.bot.scenario;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole bot on the sample cluster in memory, shared by all tests that change no more than their own tenants. */
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "hallm.config=src/test/resources/try/bot.yaml",
            "spring.datasource.url=jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@Import(Lab.class)
public abstract class InMemoryBot {
    /** The cluster of all of them; it ends with the process. */
    protected static final InMemoryKube KUBE = InMemoryKube.start();

    static {
        SampleCluster.fill(KUBE);
    }

    @Autowired
    ClusterHealth health;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
        registry.add("hallm.kubernetes.service-address", KUBE.services()::address);
        registry.add("hallm.dns.server", KUBE.services().dns()::address);
    }

    @BeforeEach
    void awaitTheFirstListing() {
        Awaitility.await().until(health::synced);
    }
}
