package dev.hallm.bot.bench;

import dev.hallm.bot.scenario.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Start to ready and resident memory of the packaged jar with Slack and Discord connected: plain, and as README says,
 * with its options, unpacked, and with an AOT cache trained by one run.
 */
public final class StartBenchmark {
    private static final List<String> PLAIN = List.of("--enable-native-access=ALL-UNNAMED");
    private static final int TIMES = 5;
    private static final int PORT = 18_080;

    private final String jar;
    private final String unpacked;
    private final Path folder;
    private final Surroundings surroundings;
    private final Path kubeconfig;

    private StartBenchmark(String jar, Path folder, Surroundings surroundings)
            throws IOException, InterruptedException {
        this.jar = jar;
        this.unpacked = unpack(jar, folder.resolve("unpacked"));
        this.folder = folder;
        this.surroundings = surroundings;
        this.kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), surroundings.kube().kubeconfig());
    }

    /** One start. */
    private record Start(double seconds, long megabytes) {}

    /** The jar's path is the one argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Surroundings surroundings = new Surroundings()) {
            surroundings.discord().gateway().identifyWindow(Duration.ZERO);
            new StartBenchmark(args[0], Files.createTempDirectory("hallm-start"), surroundings).compare();
        }
    }

    private void compare() throws IOException, InterruptedException {
        Path cache = folder.resolve("hallm.aot");
        once(unpacked, with(JarProcess.DOCUMENTED, "-XX:AOTCacheOutput=" + cache));
        List<Start> plain = new ArrayList<>();
        List<Start> documented = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            plain.add(once(jar, PLAIN));
            documented.add(once(unpacked, with(JarProcess.DOCUMENTED, "-XX:AOTCache=" + cache)));
        }
        report("plain", plain);
        report("as documented", documented);
        System.out.printf(
                Locale.ROOT,
                "documented / plain: start %.2f, memory %.2f%n",
                median(documented).seconds() / median(plain).seconds(),
                (double) median(documented).megabytes() / median(plain).megabytes());
    }

    private static List<String> with(List<String> options, String more) {
        var all = new ArrayList<>(options);
        all.add(more);
        return all;
    }

    private static String unpack(String jar, Path folder) throws IOException, InterruptedException {
        Process tools = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Djarmode=tools",
                        "-jar",
                        jar,
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start();
        if (tools.waitFor() != 0) {
            throw new IllegalStateException("the jar could not be unpacked");
        }
        return folder.resolve(Path.of(jar).getFileName()).toString();
    }

    private Start once(String jar, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-jar",
                jar,
                "--server.port=" + PORT,
                "--hallm.config=" + surroundings.config(),
                "--hallm.kubernetes.kubeconfig=" + kubeconfig,
                "--spring.datasource.url=jdbc:h2:mem:start;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        URI ready = URI.create("http://localhost:" + PORT + "/actuator/health/readiness");
        Path log = folder.resolve("log");
        try (JarProcess bot = JarProcess.start(options, arguments, surroundings.environment(), log, ready)) {
            bot.awaitOk(URI.create("http://localhost:" + PORT + "/actuator/health"));
            return new Start(bot.secondsToReady(), bot.residentMegabytes());
        }
    }

    private static Start median(List<Start> starts) {
        return new Start(
                starts.stream()
                        .mapToDouble(Start::seconds)
                        .sorted()
                        .skip(starts.size() / 2)
                        .findFirst()
                        .orElse(0),
                starts.stream()
                        .mapToLong(Start::megabytes)
                        .sorted()
                        .skip(starts.size() / 2)
                        .findFirst()
                        .orElse(0));
    }

    private static void report(String what, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "%s: start to ready %.1f s, resident %d MB (medians of %d)%n",
                what,
                median(starts).seconds(),
                median(starts).megabytes(),
                starts.size());
    }
}
