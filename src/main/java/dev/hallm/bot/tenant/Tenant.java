package dev.hallm.bot.tenant;

import dev.hallm.bot.identity.ChatAccount;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster says a tenant has, as last seen; nothing of it is stored elsewhere.
 *
 * @param owner who the bot's annotation says owns it
 * @param size the name of its size, when the bot made it
 * @param quota used and hard by Kubernetes' keys, of all its quotas together
 * @param lastActivity the last time one of its pods started or changed state
 */
public record Tenant(
        TenantName name,
        TenantPhase phase,
        Instant createdAt,
        @Nullable ChatAccount owner,
        @Nullable String size,
        Map<String, QuotaUse> quota,
        List<Workload> workloads,
        List<Volume> volumes,
        List<Endpoint> endpoints,
        @Nullable Instant lastActivity) {
    public Tenant {
        quota = Map.copyOf(quota);
        workloads = List.copyOf(workloads);
        volumes = List.copyOf(volumes);
        endpoints = List.copyOf(endpoints);
    }

    public Optional<ChatAccount> ownedBy() {
        return Optional.ofNullable(owner);
    }

    public Optional<QuotaUse> use(String key) {
        return Optional.ofNullable(quota.get(key));
    }

    /** One key of a quota. */
    public record QuotaUse(Quantity used, Quantity hard) {}

    /**
     * A Deployment or StatefulSet.
     *
     * @param trouble why it is not ready, in plain words; empty while all is well or merely starting
     */
    public record Workload(String kind, String name, int wanted, int ready, String trouble) {}

    /** A persistent volume claim. */
    public record Volume(String name, String phase, Quantity capacity) {}

    /** A host that an Ingress serves. */
    public record Endpoint(String name, URI url, boolean hasAddress) {}
}
