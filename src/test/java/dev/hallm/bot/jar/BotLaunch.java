package dev.hallm.bot.jar;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.scenario.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * How the jar is started: as in production unless arguments say otherwise.
 *
 * @param folder where its log is, and its database unless it has another
 * @param name tells processes of one folder apart
 */
record BotLaunch(
        Path folder, String name, List<String> database, List<String> arguments, Map<String, String> environment) {
    private static final int LONGEST_RUN_SECONDS = 60;

    BotLaunch {
        database = List.copyOf(database);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** With an H2 file in the folder. */
    static BotLaunch in(Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("hallm")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return new BotLaunch(folder, "bot", List.of("--spring.datasource.url=" + url), List.of(), Map.of());
    }

    BotLaunch named(String other) {
        return new BotLaunch(folder, other, database, arguments, environment);
    }

    /** On a database of somebody else. */
    BotLaunch on(String url, String user) {
        List<String> other = List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
        return new BotLaunch(folder, name, other, arguments, environment);
    }

    BotLaunch with(String... more) {
        return new BotLaunch(folder, name, database, plus(arguments, more), environment);
    }

    /** Connected to these platforms and their cluster. */
    BotLaunch with(Surroundings surroundings) {
        return with(surroundings.environment())
                .with("--hallm.config=" + surroundings.config())
                .with(surroundings.kube())
                .withKubeconfig(write("kubeconfig", surroundings.kube().kubeconfig()));
    }

    /** With what runs in a cluster's pods. */
    BotLaunch with(InMemoryKube kube) {
        return with(kube.services().arguments());
    }

    /** On another cluster. */
    BotLaunch withKubeconfig(Path kubeconfig) {
        return with(Map.of("KUBECONFIG", kubeconfig.toString()));
    }

    private Path write(String file, String content) {
        try {
            return Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With more variables, or other values for them. */
    BotLaunch with(Map<String, String> variables) {
        var all = new HashMap<>(environment);
        all.putAll(variables);
        return new BotLaunch(folder, name, database, arguments, all);
    }

    /** Starts it and waits until it is ready; the threads of one that does not become so are printed. */
    BotProcess start() {
        Path log = folder.resolve(name + ".log");
        long before = log.toFile().length();
        ProcessBuilder builder = process("--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = started(builder);
        try {
            return BotProcess.ready(process, log, before);
        } catch (ConditionTimeoutException e) {
            printThreads(process);
            process.destroyForcibly().onExit().join();
            throw e;
        }
    }

    private static void printThreads(Process process) {
        String jstack = System.getProperty("java.home") + "/bin/jstack";
        started(new ProcessBuilder(jstack, Long.toString(process.pid())).inheritIO())
                .onExit()
                .orTimeout(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Runs it with these words to its end. */
    Ended run(String... words) {
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        Process process = started(process(words).redirectOutput(out.toFile()).redirectError(err.toFile()));
        try {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(List.of(words) + " did not end");
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What a run came to. */
    record Ended(int exitCode, String out, String err) {}

    private ProcessBuilder process(String... words) {
        String jar = Objects.requireNonNull(System.getProperty("hallm.jar"), "hallm.jar: run by ./mvnw verify");
        List<String> java = List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+StartAttachListener",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar);
        var command = new ArrayList<>(plus(java, words));
        command.addAll(database);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Ends with the tests at the latest, also when it was never ready. */
    private static Process started(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
