package dev.hallm.bot.observability;

import dev.hallm.bot.cluster.ClusterHealth;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The health component {@code kubernetes}; part of no probe, since the bot works on without a cluster. Asks for it late, so that {@code doctor} can do without. */
@Component("kubernetesHealthIndicator")
class KubernetesHealthIndicator implements HealthIndicator {
    private final ObjectProvider<ClusterHealth> cluster;

    KubernetesHealthIndicator(ObjectProvider<ClusterHealth> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Health health() {
        ClusterHealth now = cluster.getObject();
        Duration staleness = now.staleness();
        Health.Builder health = staleness.isZero() ? Health.up() : Health.down();
        return health.withDetail("synced", now.synced())
                .withDetail("secondsSinceAnswer", staleness.toSeconds())
                .build();
    }
}
