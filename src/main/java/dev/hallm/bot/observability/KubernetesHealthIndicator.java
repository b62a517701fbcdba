package dev.hallm.bot.observability;

import dev.hallm.bot.cluster.ClusterHealth;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The health component {@code kubernetes}; part of no probe, since the bot works on without a cluster. */
@Component("kubernetesHealthIndicator")
class KubernetesHealthIndicator implements HealthIndicator {
    private final ClusterHealth cluster;

    KubernetesHealthIndicator(ClusterHealth cluster) {
        this.cluster = cluster;
    }

    @Override
    public Health health() {
        Duration staleness = cluster.staleness();
        Health.Builder health = staleness.isZero() ? Health.up() : Health.down();
        return health.withDetail("synced", cluster.synced())
                .withDetail("secondsSinceAnswer", staleness.toSeconds())
                .build();
    }
}
