package dev.hallm.bot.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, with what a benchmark asks of it: how long until it answers, how big it is. */
final class JarProcess implements AutoCloseable {
    /** The options that README gives. */
    static final List<String> DOCUMENTED = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+StartAttachListener",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xms32m",
            "-Xmn16m",
            "-Xmx256m");

    private final Process process;
    private final Path log;
    private final double secondsToReady;

    private JarProcess(Process process, Path log, double secondsToReady) {
        this.process = process;
        this.log = log;
        this.secondsToReady = secondsToReady;
    }

    /**
     * Starts it and waits until {@code ready} answers 200.
     *
     * @param arguments what stands behind {@code java} and its options
     */
    static JarProcess start(
            List<String> options, List<String> arguments, Map<String, String> environment, Path log, URI ready)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options);
        command.addAll(arguments);
        long begin = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        awaitReady(process, log, ready);
        return new JarProcess(process, log, (System.nanoTime() - begin) / 1e9);
    }

    private static void awaitReady(Process process, Path log, URI ready) throws InterruptedException, IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            while (!isReady(client, request)) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(Files.readString(log));
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Waits until an address answers 200, as health does once all is connected. */
    void awaitOk(URI address) throws InterruptedException, IOException {
        awaitReady(process, log, address);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line ->
                        Long.parseLong(Arrays.asList(line.split("\\s+", -1)).get(1)) / 1024)
                .findFirst()
                .orElse(0);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        if (!process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            return;
        }
        process.destroyForcibly();
    }
}
