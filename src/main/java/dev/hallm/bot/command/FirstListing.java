package dev.hallm.bot.command;

import dev.hallm.bot.cluster.ClusterHealth;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps answers back until the tenants are known: before that, an owner would be told that a tenant is gone. While
 * Kubernetes is away, no longer than 15 s after the start, because much can be answered without it.
 */
@Component
class FirstListing {
    private static final long LONGEST = Duration.ofSeconds(15).toNanos();

    private final ClusterHealth health;
    private final LongSupplier nanos;
    private final long start;

    @Autowired
    FirstListing(ClusterHealth health) {
        this(health, System::nanoTime);
    }

    FirstListing(ClusterHealth health, LongSupplier nanos) {
        this.health = health;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    boolean isAwaited() {
        return !health.synced() && nanos.getAsLong() - start < LONGEST;
    }
}
