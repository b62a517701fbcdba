package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads Helm's library before the bot is ready, with a chart of its own that needs no network. The first template call
 * takes over the process's signals; taken back once, they stay ours. It runs beside the rest of the start, which waits
 * for it at its end.
 */
@Component
class HelmWarmUp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HelmWarmUp.class);

    private final CompletableFuture<Void> done;
    private volatile boolean running;

    HelmWarmUp(HelmThreads threads) {
        done = CompletableFuture.runAsync(HelmWarmUp::warmUp, threads::execute);
    }

    @Override
    public void start() {
        done.join();
        running = true;
    }

    private static void warmUp() {
        try {
            Path chart = Files.createTempDirectory("hallm-warm-up-");
            template(chart);
            Files.delete(chart.resolve("Chart.yaml"));
            Files.delete(chart);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn("Helm's library does not work on this machine; stacks cannot be installed", e);
        }
        SignalHandlers.takeBack();
    }

    private static void template(Path chart) throws IOException {
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: warm-up\nversion: 0.0.0\n");
        Helm.template(chart.toString()).withName("warm-up").call();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
