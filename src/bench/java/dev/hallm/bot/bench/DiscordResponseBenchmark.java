package dev.hallm.bot.bench;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the packaged jar takes from an interaction at the gateway to its first response, at a steady rate, and that
 * each one gets its answer. The time includes what the fake Discord needs to check the response against its contract.
 */
public final class DiscordResponseBenchmark {
    private static final int PORT = 18_082;
    private static final int PER_SECOND = 50;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LAST_ANSWER = Duration.ofMinutes(2);

    private final FakeDiscord discord;
    private final DiscordPerson ana;

    private DiscordResponseBenchmark(FakeDiscord discord, DiscordPerson ana) {
        this.discord = discord;
        this.ana = ana;
    }

    /** The jar's path is the one argument; {@code -Dseconds} shortens the run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (InMemoryKube kube = InMemoryKube.start();
                FakeDiscord discord = FakeDiscord.start()) {
            SampleCluster.fill(kube);
            Path folder = Files.createTempDirectory("hallm-discord");
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
            DiscordPerson ana = discord.person("ana");
            Path config = Files.writeString(folder.resolve("bot.yaml"), config(discord, ana));
            List<String> arguments = List.of(
                    "-jar",
                    args[0],
                    "--server.port=" + PORT,
                    "--hallm.config=" + config,
                    "--hallm.kubernetes.kubeconfig=" + kubeconfig,
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("hallm")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            Map<String, String> environment =
                    Map.of("DISCORD_TOKEN", discord.token(), "DISCORD_API_URL", discord.apiUrl());
            try (JarProcess bot = JarProcess.start(
                    JarProcess.DOCUMENTED,
                    arguments,
                    environment,
                    folder.resolve("bot.log"),
                    URI.create("http://localhost:" + PORT + "/actuator/health/readiness"))) {
                new DiscordResponseBenchmark(discord, ana).measure();
                System.out.printf(Locale.ROOT, "resident %d MB%n", bot.residentMegabytes());
            }
        }
    }

    private static String config(FakeDiscord discord, DiscordPerson admin) {
        List<DiscordChannel> channels =
                List.of(discord.channel("approvals"), discord.channel("operations"), discord.channel("announcements"));
        return """
            platform: { chart: %s }
            chat:
              discord:
                guild: "%s"
                channels: { approvals: "%s", operations: "%s", announcements: "%s" }
            roles:
              admin: { discord: { users: ["%s"] } }
            """.formatted(
                        Path.of("manifests/ha-llm-stack").toAbsolutePath(),
                        discord.guild().id(),
                        channels.get(0).id(),
                        channels.get(1).id(),
                        channels.get(2).id(),
                        admin.id());
    }

    private void measure() throws InterruptedException {
        await(() -> discord.commands().namesOfGuild().contains("whoami"));
        run(WARM_UP);
        List<SentInteraction> sent = run(LENGTH);
        await(() -> sent.stream().allMatch(DiscordResponseBenchmark::isAnswered));
        List<Duration> latencies = sent.stream()
                .filter(interaction -> interaction.response().isPresent())
                .map(SentInteraction::latency)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d interactions: first response in %s; %d without one, %d without an answer, %d problems%n",
                sent.size(),
                new Timings(latencies),
                sent.size() - latencies.size(),
                sent.stream().filter(interaction -> !isAnswered(interaction)).count(),
                discord.problems().size());
    }

    private List<SentInteraction> run(Duration length) {
        var sent = new ArrayList<SentInteraction>();
        long begin = System.nanoTime();
        long interval = Duration.ofSeconds(1).toNanos() / PER_SECOND;
        for (int n = 0; n < PER_SECOND * length.toSeconds(); n++) {
            for (long left = begin + n * interval - System.nanoTime();
                    left > 0;
                    left = begin + n * interval - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent.add(ana.slash("whoami"));
        }
        return sent;
    }

    private static boolean isAnswered(SentInteraction interaction) {
        return interaction.original().filter(message -> !message.isLoading()).isPresent();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LAST_ANSWER.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }
}
