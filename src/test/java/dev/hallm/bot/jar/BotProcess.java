package dev.hallm.bot.jar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The jar, running on an H2 file and a cluster. */
final class BotProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final int port;

    private BotProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder where its database and log are
     */
    static BotProcess start(Path folder, Path kubeconfig, String... more) {
        try {
            int port = freePort();
            Path log = folder.resolve("bot.log");
            Process process = new ProcessBuilder(command(folder, kubeconfig, port, more))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var bot = new BotProcess(process, log, port);
            await("the bot's start").atMost(LONGEST_START).until(bot::isReady);
            return bot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path folder, Path kubeconfig, int port, String... more) {
        String jar = Objects.requireNonNull(System.getProperty("hallm.jar"), "hallm.jar: run by ./mvnw verify");
        var command = new ArrayList<>(
                List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+StartAttachListener",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar,
                        "--spring.profiles.active=dev",
                        "--server.port=" + port,
                        "--hallm.config=src/test/resources/try/scenario.yaml",
                        "--hallm.kubernetes.kubeconfig=" + kubeconfig,
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("hallm")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"));
        command.addAll(List.of(more));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the bot ended at its start:\n" + log());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ConsoleClient console() {
        return new ConsoleClient(port);
    }

    /** Everything it wrote, in all its lives. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** SIGTERM; the exit code, once it has ended within the time. */
    int terminate(Duration within) {
        process.destroy();
        awaitEnd(within);
        return process.exitValue();
    }

    private void awaitEnd(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the bot did not end within " + within + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
