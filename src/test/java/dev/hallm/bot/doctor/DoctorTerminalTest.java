package dev.hallm.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.storage.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor} as a process, with the main class that the jar starts. */
class DoctorTerminalTest {

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void endsWith0AndSaysWhatIsFineWithoutProblems() throws Exception {
        try (InMemoryKube kube = InMemoryKube.start()) {
            SampleCluster.fill(kube);
            Ended ended = doctor(kube, "--spring.profiles.active=dev");

            assertThat(ended.out()).contains("WARNING  HB-C02", "fine     HB-K05", "0 to solve");
            assertThat(ended.out().lines()).allMatch(line -> line.length() <= 80);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).isZero();
            assertThat(kube.requests()).noneMatch(request -> request.contains("watch="));
        }
    }

    @Test
    void endsWith1AndJsonThatNamesEachProblem() throws Exception {
        Ended ended = doctor(null, "--json", "--hallm.kubernetes.kubeconfig=nowhere.yaml");

        JsonNode json = JsonMapper.shared().readTree(ended.out());
        List<String> problems = json.path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString().equals("problem"))
                .map(finding -> finding.path("code").asString())
                .toList();
        assertThat(problems).contains("HB-K01", "HB-I01");
        assertThat(json.path("problems").asInt()).isEqualTo(problems.size());
        assertThat(json.path("findings").valueStream())
                .allSatisfy(finding ->
                        assertThat(finding.propertyNames()).containsExactly("code", "severity", "problem", "fix"));
        assertThat(ended.code()).isOne();
    }

    @Test
    void makesNoDatabaseByLooking() throws Exception {
        Ended ended = doctor(null, "--hallm.kubernetes.kubeconfig=nowhere.yaml");

        assertThat(ended.out()).contains("HB-B05");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void looksBesideARunningBotThatHasTheDatabaseFile() throws Exception {
        Path file = folder.resolve("data").resolve("hallm");
        try (Connection _ = DriverManager.getConnection("jdbc:h2:file:" + file + Databases.H2_OPTIONS, "hallm", "")) {
            Ended ended = doctor(null, "--hallm.kubernetes.kubeconfig=nowhere.yaml");

            assertThat(ended.out()).contains("WARNING  HB-B02");
        }
    }

    @Test
    void reportsMistakesOfTheConfigurationAsAStartDoes() throws Exception {
        Files.createDirectories(folder.resolve("bot-config"));
        Files.writeString(folder.resolve("bot-config/bot.yaml"), "chat: [");

        Ended ended = run(List.of("doctor", "--json"));

        assertThat(ended.code()).isOne();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("bot-config/bot.yaml has 1 problem");
    }

    private Ended doctor(@org.jspecify.annotations.Nullable InMemoryKube kube, String... more) throws Exception {
        Files.createDirectories(folder.resolve("bot-config"));
        Path chart = Path.of("manifests", "ha-llm-stack").toAbsolutePath();
        Files.writeString(folder.resolve("bot-config/bot.yaml"), """
            platform: {chart: %s}
            chat: {console: {people: [ana, bo, cy, dee]}}
            roles:
              admin: {console: [ana, dee]}
              approver: {console: [bo, cy]}
              user: {console: [ana, bo, cy, dee]}
            """.formatted(chart));
        var arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(more));
        if (kube != null) {
            Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
            arguments.add("--hallm.kubernetes.kubeconfig=kubeconfig");
        }
        return run(arguments);
    }

    private Ended run(List<String> arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                mainClassPath(),
                "dev.hallm.bot.HallmBot"));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(DoctorTerminalTest::tellsTheBotSomething);
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static boolean tellsTheBotSomething(String name) {
        return name.startsWith("HALLM_")
                || name.startsWith("SLACK_")
                || name.startsWith("DISCORD_")
                || name.startsWith("DATABASE_")
                || name.startsWith("KUBE")
                || name.startsWith("SPRING_")
                || name.endsWith("JAVA_OPTIONS")
                || name.equals("JAVA_TOOL_OPTIONS");
    }

    /** Without what only tests have. */
    private static String mainClassPath() {
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private static String read(Path path) throws Exception {
        return Files.readString(path, StandardCharsets.UTF_8);
    }
}
