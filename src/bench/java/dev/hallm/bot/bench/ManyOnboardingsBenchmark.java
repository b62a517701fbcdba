package dev.hallm.bot.bench;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred onboardings approved at once with four workers on the API in memory: how long, and what each asks of it. */
public final class ManyOnboardingsBenchmark {
    private static final int ONBOARDINGS = 100;
    private static final int WORKERS = 4;

    private ManyOnboardingsBenchmark() {}

    public static void main(String[] args) throws IOException {
        try (InMemoryKube kube = InMemoryKube.start();
                ConfigurableApplicationContext bot = bot(kube)) {
            Awaitility.await().until(() -> bot.getBean(ClusterHealth.class).synced());
            var talk = new ChatPeople.Talk(bot.getBean(Dispatcher.class), bot.getBean(FakeChat.class));
            List<Post> cards = IntStream.rangeClosed(1, ONBOARDINGS)
                    .mapToObj(number -> talk.ask("bench-" + number))
                    .toList();
            int before = kube.requests().size();
            long start = System.nanoTime();
            cards.forEach(talk::approve);
            awaitEnd(bot.getBean(JdbcClient.class));
            double seconds = (System.nanoTime() - start) / 1e9;
            report(
                    bot.getBean(JdbcClient.class),
                    seconds,
                    kube.requests().subList(before, kube.requests().size()));
        }
    }

    private static ConfigurableApplicationContext bot(InMemoryKube kube) throws IOException {
        SampleCluster.fill(kube);
        kube.services().dns().knows("*.example.com", "192.0.2.10");
        kube.seed(nodes());
        Path config = Files.createTempFile("hallm-bench", ".yaml");
        Files.writeString(config, """
                platform: { domain: example.com, chart: manifests/ha-llm-stack }
                sizes:
                  small: { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi, gpu: 0 }
                limits: { tenants-per-owner: 1000 }
                """);
        return new SpringApplicationBuilder(HallmBot.class, ChatPeople.class)
                .web(WebApplicationType.NONE)
                .run(ChatPeople.arguments(
                        kube.services(),
                        "--hallm.config=" + config,
                        "--hallm.kubernetes.kubeconfig-contents=" + kube.kubeconfig(),
                        "--db-scheduler.threads=" + WORKERS,
                        "--spring.datasource.url=jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
                                + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
    }

    /** Room for all of them. */
    private static String nodes() {
        return IntStream.rangeClosed(1, 10).mapToObj("""
                apiVersion: v1
                kind: Node
                metadata: {name: bench-%d, labels: {kubernetes.io/os: linux}}
                status:
                  allocatable: {cpu: "64", memory: 256Gi, pods: "200"}
                  capacity: {cpu: "64", memory: 256Gi, pods: "200"}
                  conditions: [{type: Ready, status: "True", reason: KubeletReady}]
                """::formatted).collect(Collectors.joining("---\n"));
    }

    private static void awaitEnd(JdbcClient database) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> states(database).keySet().stream()
                                .allMatch(state -> state.equals("DONE") || state.equals("FAILED"))
                        && states(database).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                == ONBOARDINGS);
    }

    private static Map<String, Long> states(JdbcClient database) {
        return database.sql("select state, count(*) n from operation group by state")
                .query(row -> {
                    var states = new TreeMap<String, Long>();
                    while (row.next()) {
                        states.put(row.getString("state"), row.getLong("n"));
                    }
                    return states;
                });
    }

    private static void report(JdbcClient database, double seconds, List<String> requests) {
        System.out.printf(
                Locale.ROOT,
                "%d onboardings with %d workers: %.1f s, %s%n",
                ONBOARDINGS,
                WORKERS,
                seconds,
                states(database));
        System.out.printf(Locale.ROOT, "API requests of each: %.1f%n", (double) requests.size() / ONBOARDINGS);
        requests.stream()
                .collect(Collectors.groupingBy(ManyOnboardingsBenchmark::kind, TreeMap::new, Collectors.counting()))
                .forEach((kind, count) ->
                        System.out.printf(Locale.ROOT, "  %6.2f  %s%n", (double) count / ONBOARDINGS, kind));
    }

    /** The method and the kind of object. */
    private static String kind(String request) {
        return request.replaceAll("\\?.*", "")
                .replaceAll("/namespaces/[^/]+", "/namespaces/…")
                .replaceAll("(/namespaces/…/[^/]+)/[^/]+", "$1/…");
    }
}
