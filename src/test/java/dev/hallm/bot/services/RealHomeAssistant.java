package dev.hallm.bot.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;

/**
 * A real Home Assistant on loopback, fresh at each start; tests that need one are enabled by these variables.
 *
 * @param address where it answers
 */
public record RealHomeAssistant(Process process, URI address) implements AutoCloseable {
    /** A command that runs one in the foreground: {@code COMMAND PORT FOLDER}. */
    public static final String COMMAND = "HALLM_TEST_HOME_ASSISTANT";

    /** The port of loopback at which the real test cluster's port-forwards to 8123 end. */
    public static final String FORWARDED_PORT = "HALLM_TEST_HOME_ASSISTANT_PORT";

    public static final String MISSING = "no real Home Assistant: " + COMMAND + " names a command that runs one";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** On a port of its own, ready to answer. */
    public static RealHomeAssistant start() {
        return start(freePort());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the cluster's port-forwards end. */
    public static RealHomeAssistant startForwarded() {
        return start(Integer.parseInt(Objects.requireNonNull(System.getenv(FORWARDED_PORT), FORWARDED_PORT)));
    }

    private static RealHomeAssistant start(int port) {
        try {
            Path folder = Files.createTempDirectory("home-assistant");
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(
                            Objects.requireNonNull(System.getenv(COMMAND), COMMAND),
                            "" + port,
                            folder.resolve("config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var started = new RealHomeAssistant(process, URI.create("http://127.0.0.1:" + port));
            Awaitility.await("Home Assistant, see " + log)
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(500))
                    .until(started::isReady);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/api/onboarding").statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }
}
