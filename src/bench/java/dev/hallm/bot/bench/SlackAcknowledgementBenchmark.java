package dev.hallm.bot.bench;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast the packaged jar acknowledges signed slash commands, on an H2 file and on PostgreSQL, beside a bare Bolt
 * servlet with the same JVM options in the same run; and that each command gets exactly one answer.
 */
public final class SlackAcknowledgementBenchmark {
    private static final int PORT = 18_081;
    private static final int PER_SECOND = 200;
    private static final int CONNECTIONS = 32;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LAST_ANSWER = Duration.ofMinutes(2);
    private static final String H2 =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private final String jar;
    private final Path folder;
    private final String kubeconfig;
    private final SlackSink slack;

    private SlackAcknowledgementBenchmark(String jar, Path folder, String kubeconfig, SlackSink slack) {
        this.jar = jar;
        this.folder = folder;
        this.kubeconfig = kubeconfig;
        this.slack = slack;
    }

    /** The jar's path is the one argument; {@code -Dseconds} shortens the runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (InMemoryKube kube = InMemoryKube.start();
                SlackSink slack = new SlackSink();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            SampleCluster.fill(kube);
            Path folder = Files.createTempDirectory("hallm-slack");
            Path config = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
            Files.writeString(folder.resolve("bot.yaml"), """
            platform: { chart: %s }
            chat:
              slack:
                workspace: "T01BENCH"
                channels: { approvals: "C0APPROVE", operations: "C0OPS", announcements: "C0NEWS" }
            roles:
              admin: { slack: { users: ["U0ANA"] } }
            """.formatted(
                            Path.of("manifests/ha-llm-stack").toAbsolutePath()));
            var benchmark = new SlackAcknowledgementBenchmark(args[0], folder, config.toString(), slack);
            Timings h2 = benchmark.bot("H2 file", "jdbc:h2:file:" + folder.resolve("hallm") + H2, "hallm");
            Timings bare = benchmark.bare();
            Timings postgresql = benchmark.bot("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), "postgres");
            System.out.printf(
                    Locale.ROOT,
                    "p99 of the bot / bare Bolt: %.1f on H2, %.1f on PostgreSQL%n",
                    h2.millis(99) / bare.millis(99),
                    postgresql.millis(99) / bare.millis(99));
        }
    }

    private Timings bot(String database, String url, String user) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-jar",
                jar,
                "--server.port=" + PORT,
                "--hallm.config=" + folder.resolve("bot.yaml"),
                "--hallm.kubernetes.kubeconfig=" + kubeconfig,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user);
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN",
                "xoxb-benchmark",
                "SLACK_SIGNING_SECRET",
                SlackLoad.SECRET,
                "SLACK_API_URL",
                slack.url("/api/"));
        try (JarProcess bot = JarProcess.start(
                JarProcess.DOCUMENTED,
                arguments,
                environment,
                folder.resolve("bot.log"),
                URI.create("http://localhost:" + PORT + "/actuator/health/readiness"))) {
            SlackLoad.Result result = load(database);
            int sent = result.acknowledgements().sorted().size();
            awaitAnswers(sent);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d commands, %d errors, %d answered, %d lost, %d doubled, resident %d MB%n",
                    database,
                    sent,
                    result.errors(),
                    slack.answered(),
                    sent - slack.answered(),
                    slack.doubled(),
                    bot.residentMegabytes());
            return result.acknowledgements();
        }
    }

    private Timings bare() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                BareBolt.class.getName(),
                Integer.toString(PORT),
                SlackLoad.SECRET);
        try (JarProcess bolt = JarProcess.start(
                JarProcess.DOCUMENTED,
                arguments,
                Map.of(),
                folder.resolve("bolt.log"),
                URI.create("http://localhost:" + PORT + "/ready"))) {
            SlackLoad.Result result = load("bare Bolt servlet");
            System.out.printf(
                    Locale.ROOT,
                    "bare Bolt servlet: %d errors, log %d bytes%n",
                    result.errors(),
                    bolt.log().length());
            return result.acknowledgements();
        }
    }

    private SlackLoad.Result load(String what) throws InterruptedException {
        URI target = URI.create("http://localhost:" + PORT + "/slack/events");
        new SlackLoad(target, slack).run(PER_SECOND, WARM_UP, CONNECTIONS);
        awaitQuiet();
        slack.forget();
        SlackLoad.Result result = new SlackLoad(target, slack).run(PER_SECOND, LENGTH, CONNECTIONS);
        System.out.printf(Locale.ROOT, "%s: acknowledged in %s%n", what, result.acknowledgements());
        return result;
    }

    /** The answers of the warm-up must not be taken for those of the run. */
    private void awaitQuiet() throws InterruptedException {
        int before = -1;
        while (slack.answered() != before) {
            before = slack.answered();
            Thread.sleep(2_000);
        }
    }

    private void awaitAnswers(int sent) throws InterruptedException {
        long end = System.nanoTime() + LAST_ANSWER.toNanos();
        while (slack.answered() < sent && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }
}
