package dev.hallm.bot;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * The bot to try out, {@code ./mvnw spring-boot:test-run}: web console, a Kubernetes API and a database in memory, both
 * fresh at each start.
 */
public final class TryHallmBot {
    private TryHallmBot() {}

    /** Starts it; arguments win over what is set here. */
    @SuppressWarnings("resource") // the cluster lives as long as the process
    public static void main(String[] args) {
        InMemoryKube kube = InMemoryKube.start();
        SampleCluster.fill(kube);
        kube.services().dns().knows("*.example.com", "192.0.2.10");
        List<String> settings = List.of(
                "--spring.profiles.active=dev",
                "--spring.datasource.url=jdbc:h2:mem:hallm;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "--hallm.config=src/test/resources/try/bot.yaml",
                "--hallm.kubernetes.kubeconfig-contents=" + kube.kubeconfig());
        SpringApplication.run(
                HallmBot.class,
                Stream.concat(settings.stream(), Stream.of(args)).toArray(String[]::new));
    }
}
