package dev.hallm.bot.jar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar, running. */
final class BotProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LONGEST_CONNECT = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;
    private final int port;

    private BotProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it for development on an H2 file in the folder and waits until it is ready. */
    static BotProcess start(Path folder, Path kubeconfig, String... more) {
        return BotLaunch.in(folder)
                .with(
                        "--spring.profiles.active=dev",
                        "--hallm.config=src/test/resources/try/scenario.yaml",
                        "--hallm.kubernetes.kubeconfig=" + kubeconfig)
                .with(more)
                .start()
                .awaitTenants();
    }

    /**
     * Waits until a process that was started is ready.
     *
     * @param before length of its log before the start
     */
    static BotProcess ready(Process process, Path log, long before) {
        int port = await("the bot's port")
                .atMost(LONGEST_START)
                .until(() -> port(process, log, before), Optional::isPresent)
                .orElseThrow();
        var bot = new BotProcess(process, log, port);
        await("the bot's start").atMost(LONGEST_START).until(bot::isReady);
        return bot;
    }

    /** The port that it chose, from its log, so that nobody can take it in between. */
    private static Optional<Integer> port(Process process, Path log, long before) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String now = new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
        if (!process.isAlive()) {
            throw new AssertionError("the bot ended at its start:\n" + now);
        }
        return PORT.matcher(now).results().findFirst().map(match -> Integer.valueOf(match.group(1)));
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the bot ended at its start:\n" + log());
        }
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address(path))
                    .timeout(LONGEST_ANSWER)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Where Slack delivers by HTTP. */
    URI slackEvents() {
        return address("/slack/events");
    }

    /** A component of its health, {@code slack}; missing while there is none. */
    JsonNode health(String component) {
        try {
            return JsonMapper.shared()
                    .readTree(get("/actuator/health").body())
                    .path("components")
                    .path(component);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is connected to these platforms. */
    BotProcess awaitUp(String... platforms) {
        for (String platform : platforms) {
            await(platform + " of the bot")
                    .atMost(LONGEST_CONNECT)
                    .until(() -> health(platform).path("status").asString("").equals("UP"));
        }
        return this;
    }

    /** Waits until it has listed the cluster's tenants; before that it takes no request for one. */
    BotProcess awaitTenants() {
        await("the tenants' listing")
                .atMost(LONGEST_CONNECT)
                .until(() -> logOfThisLife().contains("tenants are known"));
        return this;
    }

    private String logOfThisLife() {
        String all = log();
        return all.substring(Math.max(0, all.lastIndexOf("Starting HallmBot")));
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
