package dev.hallm.bot.observability;

import dev.hallm.bot.cluster.ClusterHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How old the view of the cluster is. */
@Component
class ClusterMeters implements MeterBinder {
    private final ObjectProvider<ClusterHealth> cluster;

    ClusterMeters(ObjectProvider<ClusterHealth> cluster) {
        this.cluster = cluster;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("hallm.informer.age", this::staleMillis, TimeUnit.MILLISECONDS)
                .description("Time since Kubernetes last answered, 0 while it answers")
                .register(registry);
    }

    private long staleMillis() {
        return cluster.getObject().staleness().toMillis();
    }
}
