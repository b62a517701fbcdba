package dev.hallm.bot.observability;

import dev.hallm.bot.chat.port.PlatformStatus;
import dev.hallm.bot.chat.port.PlatformStatus.Status;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A health component for each chat platform, named like it; part of no probe, so that readiness does not flap. Registered
 * at the start, so that a context that starts nothing asks no platform.
 */
@Component
class PlatformHealth implements SmartLifecycle {
    private final ObjectProvider<HealthContributorRegistry> registry;
    private final ObjectProvider<PlatformStatus> platforms;
    private volatile boolean running;

    PlatformHealth(ObjectProvider<HealthContributorRegistry> registry, ObjectProvider<PlatformStatus> platforms) {
        this.registry = registry;
        this.platforms = platforms;
    }

    @Override
    public void start() {
        registry.ifAvailable(contributors -> platforms.forEach(platform ->
                contributors.registerContributor(platform.platform(), (HealthIndicator) () -> health(platform))));
        running = true;
    }

    @Override
    public void stop() {
        registry.ifAvailable(
                contributors -> platforms.forEach(platform -> contributors.unregisterContributor(platform.platform())));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Health health(PlatformStatus platform) {
        return switch (platform.status()) {
            case Status.Connected _ -> Health.up().build();
            case Status.Away(String why) -> Health.down().withDetail("why", why).build();
            case Status.Misconfigured(String why) ->
                Health.down().withDetail("misconfigured", why).build();
            case Status.NotConfigured _ ->
                Health.unknown().withDetail("why", "not configured").build();
        };
    }
}
