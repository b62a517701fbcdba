package dev.hallm.bot.cluster.helm;

import dev.hallm.bot.cluster.ChartInspection;
import dev.hallm.bot.cluster.PlatformSettings;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at a chart without Helm's library, which takes too long to load for a look. */
@Component
class ChartLook implements ChartInspection {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String reference;

    ChartLook(PlatformSettings settings) {
        this.reference = settings.chart();
    }

    @Override
    public State inspect() {
        Chart chart = Chart.parse(reference);
        if (chart.isMissing()) {
            return new State.Missing(reference);
        }
        return reference.startsWith("oci://") ? registry() : folder(Path.of(chart.reference(), "Chart.yaml"));
    }

    private State folder(Path file) {
        try {
            Object chart = Serialization.unmarshal(Files.readString(file), Object.class);
            return chart instanceof Map<?, ?> map
                            && map.get("name") instanceof String name
                            && map.get("version") instanceof String version
                    ? new State.Found(name, version)
                    : new State.Unreadable(reference);
        } catch (IOException | RuntimeException _) {
            return new State.Unreadable(reference);
        }
    }

    /** A registry answers its version check with 200, or with 401 when it wants to know who asks. */
    private State registry() {
        String host = URI.create(reference).getAuthority();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + host + "/v2/"))
                .timeout(PATIENCE)
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 401 ? new State.InRegistry(reference) : new State.RegistryAway(reference);
        } catch (IOException _) {
            return new State.RegistryAway(reference);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new State.RegistryAway(reference);
        }
    }
}
