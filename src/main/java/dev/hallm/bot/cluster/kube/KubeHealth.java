package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterHealth;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers when Kubernetes last answered; {@link HealthProbe} asks it. */
@Component
class KubeHealth implements ClusterHealth {
    private static final Logger LOG = LoggerFactory.getLogger(KubeHealth.class);

    private final Clock clock;
    private final String address;
    private volatile Instant lastAnswer;
    private volatile boolean failing;
    private final AtomicBoolean synced = new AtomicBoolean();

    KubeHealth(KubernetesClient client, Clock clock) {
        this.clock = clock;
        this.address = client.getMasterUrl().toString();
        this.lastAnswer = clock.instant();
    }

    void answered() {
        if (failing) {
            LOG.info("Kubernetes answers again at {}", address);
        }
        lastAnswer = clock.instant();
        failing = false;
    }

    void failed(String why) {
        if (!failing) {
            LOG.warn("Kubernetes does not answer at {}: {}", address, why);
        }
        failing = true;
    }

    /** The first listing is complete; true for the first who says so. */
    boolean becameSynced() {
        return synced.compareAndSet(false, true);
    }

    @Override
    public Duration staleness() {
        return failing ? Duration.between(lastAnswer, clock.instant()) : Duration.ZERO;
    }

    @Override
    public boolean synced() {
        return synced.get();
    }

    @Override
    public String address() {
        return address;
    }
}
