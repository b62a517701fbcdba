package dev.hallm.bot.scenario;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL, where jobs are claimed by row locks. */
@DirtiesContext
class PostgresMainJobTest extends LabMainJob {
    private static final InMemoryKube KUBE = InMemoryKube.start();
    private static final EmbeddedPostgres POSTGRES = postgres();

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        SampleCluster.fill(KUBE);
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
        registry.add("hallm.kubernetes.service-address", KUBE.services()::address);
        registry.add("hallm.dns.server", KUBE.services().dns()::address);
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        KUBE.close();
        POSTGRES.close();
    }
}
