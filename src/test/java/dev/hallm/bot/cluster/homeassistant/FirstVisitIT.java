package dev.hallm.bot.cluster.homeassistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** The scenarios on a real Home Assistant, started afresh for each by {@code HALLM_TEST_HOME_ASSISTANT PORT FOLDER}. */
class FirstVisitIT extends FirstVisitScenario {
    private static final String COMMAND = "HALLM_TEST_HOME_ASSISTANT";

    @Override
    HomeAssistantUnderTest start() {
        String command = System.getenv(COMMAND);
        Assumptions.assumeTrue(
                command != null, "no real Home Assistant: set " + COMMAND + " to a command that runs one");
        try {
            return Real.start(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Real(Process process, URI address) implements HomeAssistantUnderTest {
        static Real start(String command) throws IOException {
            int port = freePort();
            Path folder = Files.createTempDirectory("home-assistant");
            Process process = new ProcessBuilder(
                            command, "" + port, folder.resolve("config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            URI address = URI.create("http://127.0.0.1:" + port);
            var started = new Real(process, address);
            Awaitility.await("Home Assistant, see " + folder.resolve("log"))
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .until(started::isReady);
            return started;
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private boolean isReady() throws InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                var list = HttpRequest.newBuilder(URI.create(address + "/api/onboarding"))
                        .build();
                return http.send(list, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            process.destroy();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        }
    }
}
