package dev.hallm.bot.bench;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.services.FakeServices;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the click on <em>Approve request</em> to namespace, platform objects and Helm release on a real API server, beside
 * the same by {@code kubectl} and {@code helm}, as the platform's guide does it, taking turns.
 */
public final class ProvisioningBenchmark {
    private static final int WARM_UP = 6;
    private static final int TIMES = 9;

    /** The step that what is done by hand ends with. */
    private static final String APPLIED = "InstallStack";

    private static final String LAST = "Welcome";

    private final ConfigurableApplicationContext bot;
    private final ChatPeople.Talk talk;
    private final Path folder;
    private final Map<String, List<Duration>> parts = new LinkedHashMap<>();
    private final List<Duration> byHand = new ArrayList<>();

    private ProvisioningBenchmark(ConfigurableApplicationContext bot, Path folder) {
        this.bot = bot;
        this.folder = folder;
        this.talk = new ChatPeople.Talk(bot.getBean(Dispatcher.class), bot.getBean(FakeChat.class));
    }

    /** Runs on the cluster of {@code HALLM_TEST_KUBECONFIG}, with its kubectl and helm. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Objects.requireNonNull(
                System.getenv("HALLM_TEST_KUBECONFIG"), "set HALLM_TEST_KUBECONFIG to a disposable cluster");
        Path folder = Files.createTempDirectory("hallm-provisioning");
        try (FakeServices pods = FakeServices.start();
                ConfigurableApplicationContext bot = bot(folder, pods)) {
            Awaitility.await().until(() -> bot.getBean(ClusterHealth.class).synced());
            new ProvisioningBenchmark(bot, folder).compare();
        }
    }

    private static ConfigurableApplicationContext bot(Path folder, FakeServices pods) throws IOException {
        Path config = Files.writeString(folder.resolve("bot.yaml"), """
                platform: { domain: example.com, chart: manifests/ha-llm-stack }
                sizes:
                  small: { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi, gpu: 0 }
                limits: { tenants-per-owner: 1000 }
                """);
        pods.dns().knows("*.example.com", "192.0.2.10");
        String database = "jdbc:h2:file:" + folder.resolve("hallm")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
        return new SpringApplicationBuilder(HallmBot.class, ChatPeople.class)
                .web(WebApplicationType.NONE)
                .run(ChatPeople.arguments(
                        pods,
                        "--hallm.config=" + config,
                        "--hallm.kubernetes.kubeconfig=" + System.getenv("HALLM_TEST_KUBECONFIG"),
                        "--spring.datasource.url=" + database));
    }

    private void compare() throws IOException, InterruptedException {
        run(
                "helm",
                "template",
                "x",
                "manifests/ha-llm-stack",
                "--set",
                "tenant=x",
                "--show-only",
                "templates/platform-objects.yaml");
        for (int i = 1; i <= WARM_UP; i++) {
            byBot("warm-" + i, new LinkedHashMap<>());
            byHand("hand-warm-" + i);
        }
        for (int i = 1; i <= TIMES; i++) {
            byBot("bench-" + i, parts);
            byHand.add(byHand("hand-" + i));
        }
        report();
    }

    /** To the end, so that nothing runs beside the next; reads the journal, whose times are of this machine's clock. */
    private void byBot(String tenant, Map<String, List<Duration>> into) {
        Post card = talk.ask(tenant);
        Instant click = Instant.now();
        talk.approve(card);
        Map<String, Instant> steps = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> journal(tenant), done -> done.containsKey(LAST));
        steps.forEach(
                (step, at) -> into.computeIfAbsent(step, _ -> new ArrayList<>()).add(Duration.between(click, at)));
    }

    private Map<String, Instant> journal(String tenant) {
        var steps = new LinkedHashMap<String, Instant>();
        bot.getBean(JdbcClient.class).sql("""
                        select journal.step, journal.at from journal join operation on operation.id = journal.operation
                        where operation.tenant = ? and outcome = 'DONE' order by journal.id""").param(tenant).query(row -> {
            steps.put(
                    row.getString("step"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return steps;
    }

    /** The guide's commands, with what Kubernetes really accepts; the chart makes quota, limits, policies and account. */
    private Duration byHand(String tenant) throws IOException, InterruptedException {
        String namespace = "ha-llm-user-" + tenant;
        Path objects = folder.resolve(tenant + ".yaml");
        Files.writeString(
                objects,
                output(
                        "helm",
                        "template",
                        "ha-llm-" + tenant,
                        "manifests/ha-llm-stack",
                        "--namespace",
                        namespace,
                        "--set",
                        "tenant=" + tenant,
                        "--show-only",
                        "templates/platform-objects.yaml",
                        "--show-only",
                        "templates/network-policies.yaml"));
        long start = System.nanoTime();
        run("kubectl", "create", "namespace", namespace);
        run(
                "kubectl",
                "label",
                "namespace",
                namespace,
                "user-namespace=true",
                "pod-security.kubernetes.io/enforce=baseline");
        run("kubectl", "apply", "-n", namespace, "-f", objects.toString());
        run(
                "helm",
                "install",
                "ha-llm-" + tenant,
                "manifests/ha-llm-stack",
                "--namespace",
                namespace,
                "--set",
                "platformObjects.create=false,tenant=" + tenant + ",domain=example.com,gpu.count=0");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        output(command);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        String tools = System.getenv("KUBEBUILDER_ASSETS");
        if (tools != null) {
            builder.environment().merge("PATH", tools, (path, more) -> more + File.pathSeparator + path);
            builder.command()
                    .set(
                            0,
                            Files.isExecutable(Path.of(tools, command[0]))
                                    ? Path.of(tools, command[0]).toString()
                                    : command[0]);
        }
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    private void report() {
        double before = 0;
        for (var part : parts.entrySet()) {
            double now = new Timings(part.getValue()).millis(50);
            System.out.printf(Locale.ROOT, "%-22s done after %6.0f ms (+%.0f)%n", part.getKey(), now, now - before);
            before = now;
        }
        double hand = new Timings(byHand).millis(50);
        double applied = new Timings(parts.getOrDefault(APPLIED, List.of())).millis(50);
        System.out.printf(
                Locale.ROOT,
                "kubectl and helm by hand %.0f ms; the bot, to %s, %.0f ms: %.2f (medians of %d)%n",
                hand,
                APPLIED,
                applied,
                applied / hand,
                TIMES);
    }
}
