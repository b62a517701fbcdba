package dev.hallm.bot.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How long first responses take, {@code hallm.acknowledgement}. A platform that knows when a delivery arrived and when its
 * answer left says so here; for one that never does, the dispatcher's share is what is known.
 */
@Component
public class Acknowledgements {
    private static final Duration[] BUCKETS = java.util.stream.LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 3_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Set<String> measuring = ConcurrentHashMap.newKeySet();

    public Acknowledgements(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From the arrival of a delivery to the moment when its first response was handed to the platform. */
    public void answered(String platform, Duration took) {
        measuring.add(platform);
        record(platform, took);
    }

    /** The dispatcher's own share. */
    void received(String platform, Duration took) {
        if (!measuring.contains(platform)) {
            record(platform, took);
        }
    }

    private void record(String platform, Duration took) {
        Timer.builder("hallm.acknowledgement")
                .description("Time to the first response")
                .serviceLevelObjectives(BUCKETS)
                .tag("platform", platform)
                .register(registry)
                .record(took);
    }
}
