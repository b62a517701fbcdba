package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Pod;
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
        return all(tenant).stream()
                .flatMap(event -> event(event).stream())
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(MOST)
                .toList();
    }

    /** As Kubernetes has them, in no order; each has a time. */
    List<io.fabric8.kubernetes.api.model.Event> all(TenantName tenant) {
        return client.v1().events().inNamespace(tenant.namespace()).list().getItems().stream()
                .filter(event -> at(event).isPresent())
                .toList();
    }

    /** Of one pod only. */
    List<io.fabric8.kubernetes.api.model.Event> about(TenantName tenant, Pod pod) {
        String uid = pod.getMetadata().getUid();
        return all(tenant).stream()
                .filter(event -> Objects.equals(event.getInvolvedObject().getUid(), uid))
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

    /** When it was seen last. Old reporters fill the first and last time, new ones the event time and its series. */
    static Optional<Instant> at(io.fabric8.kubernetes.api.model.Event event) {
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

    /** When it was seen first; the same again only counts up. */
    static Optional<Instant> first(io.fabric8.kubernetes.api.model.Event event) {
        return Optional.ofNullable(event.getFirstTimestamp())
                .map(Instant::parse)
                .or(() -> at(event));
    }
}
