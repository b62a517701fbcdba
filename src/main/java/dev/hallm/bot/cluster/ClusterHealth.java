package dev.hallm.bot.cluster;

import java.time.Duration;

/** Whether Kubernetes answers. */
public interface ClusterHealth {
    /** Time since the last answer while probes fail, zero while they succeed. */
    Duration staleness();

    /** Whether the first listing of tenants is complete. */
    boolean synced();

    /** Where the API is, for logs and the start-up line; no credentials. */
    String address();
}
