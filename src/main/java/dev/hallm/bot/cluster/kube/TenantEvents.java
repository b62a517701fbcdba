package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads Kubernetes' events of a tenant, the latest first. */
@Component
class TenantEvents {
    private static final int MOST = 20;

    private final KubernetesClient client;

    TenantEvents(KubernetesClient client) {
        this.client = client;
    }

    List<Event> of(TenantName tenant) {
        return client.v1().events().inNamespace(tenant.namespace()).list().getItems().stream()
                .flatMap(event -> event(event).stream())
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Optional<Event> event(io.fabric8.kubernetes.api.model.Event event) {
        var object = event.getInvolvedObject();
        return at(event)
                .map(at -> new Event(
                        at,
                        "Warning".equals(event.getType()),
                        object.getKind().toLowerCase(Locale.ROOT) + "/" + object.getName(),
                        Objects.requireNonNullElse(event.getReason(), ""),
                        Words.shortened(Objects.requireNonNullElse(event.getMessage(), ""))));
    }

    /** Old reporters fill the first and last time, new ones the event time and its series. */
    private static Optional<Instant> at(io.fabric8.kubernetes.api.model.Event event) {
        return Stream.of(
                        Optional.ofNullable(event.getSeries())
                                .map(series -> series.getLastObservedTime().getTime()),
                        Optional.ofNullable(event.getLastTimestamp()),
                        Optional.ofNullable(event.getEventTime()).map(time -> time.getTime()),
                        Optional.ofNullable(event.getFirstTimestamp()),
                        Optional.ofNullable(event.getMetadata().getCreationTimestamp()))
                .flatMap(Optional::stream)
                .map(Instant::parse)
                .findFirst();
    }
}
