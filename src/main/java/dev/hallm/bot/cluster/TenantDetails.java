package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads that need the API server; called only after the acknowledgement. */
public interface TenantDetails {
    /** Fetches in parallel and returns what came within the time; the rest is named in {@link Details#late()}. */
    Details fetch(TenantName tenant, Duration within);

    /**
     * Live facts of one tenant.
     *
     * @param late what did not come in time or failed, in plain words ({@code events}, {@code certificates})
     */
    record Details(List<Event> events, List<Certificate> certificates, Optional<Release> release, List<String> late) {
        public Details {
            events = List.copyOf(events);
            certificates = List.copyOf(certificates);
            late = List.copyOf(late);
        }
    }

    /** A Kubernetes event, the latest first. */
    record Event(Instant at, boolean warning, String about, String reason, String message) {}

    /** A cert-manager Certificate. */
    record Certificate(String name, boolean ready, String why, Optional<Instant> notAfter) {}

    /** The Helm release as Helm's own Secret says. */
    record Release(String name, int revision, String status, String chart) {}
}
