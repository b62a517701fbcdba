package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Helm's native library, about 100 MB, loaded by the first call that needs it: a bot that installs nothing never pays
 * for it. Loading takes over the process's signals; taken back once after a first template call, they stay ours. That
 * call has a chart of its own and needs no network.
 */
final class HelmLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(HelmLibrary.class);
    private static boolean loaded;

    private HelmLibrary() {}

    /** Loads it unless it is; a failure is logged once and each call then fails by itself. Call it on a Helm thread. */
    static synchronized void load() {
        if (!loaded) {
            loaded = true;
            warmUp();
        }
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
}
