package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.client.Client;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the API server every other second whether it answers, with a timeout of its own. */
@Component
class HealthProbe implements SmartLifecycle {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Client quick;
    private final KubeHealth health;
    private volatile @Nullable ScheduledExecutorService thread;

    HealthProbe(KubernetesClient client, KubeHealth health) {
        this.quick = client.newClient(new RequestConfigBuilder()
                .withRequestTimeout(TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build());
        this.health = health;
    }

    @Override
    public void start() {
        ScheduledExecutorService probing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("kubernetes-probe").factory());
        var _ = probing.scheduleWithFixedDelay(this::probe, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread = probing;
    }

    @Override
    public void stop() {
        ScheduledExecutorService probing = thread;
        thread = null;
        if (probing != null) {
            probing.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** A periodic task that throws is never run again, so nothing gets out of it. */
    private void probe() {
        try {
            quick.raw("/version");
            health.answered();
        } catch (KubernetesClientException e) {
            health.failed(e.getCode() <= 0 ? "no connection" : "error " + e.getCode());
        } catch (RuntimeException e) {
            health.failed(e.getClass().getSimpleName());
        }
    }
}
