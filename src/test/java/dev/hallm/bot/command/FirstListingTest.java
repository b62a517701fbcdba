package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterHealth;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FirstListingTest {
    private final AtomicLong nanos = new AtomicLong(-7);
    private final Health health = new Health();
    private final FirstListing listing = new FirstListing(health, nanos::get);

    private static final class Health implements ClusterHealth {
        private boolean synced;

        @Override
        public Duration staleness() {
            return Duration.ZERO;
        }

        @Override
        public boolean synced() {
            return synced;
        }

        @Override
        public String address() {
            return "";
        }
    }

    @Test
    void isAwaitedUntilTheTenantsAreKnown() {
        assertThat(listing.isAwaited()).isTrue();

        health.synced = true;

        assertThat(listing.isAwaited()).isFalse();
    }

    @Test
    void isNotAwaitedForLongWhileKubernetesIsAway() {
        nanos.addAndGet(Duration.ofSeconds(15).toNanos());

        assertThat(listing.isAwaited()).isFalse();
    }
}
