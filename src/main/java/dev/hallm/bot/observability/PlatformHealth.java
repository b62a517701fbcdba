package dev.hallm.bot.observability;

import dev.hallm.bot.chat.port.PlatformStatus;
import dev.hallm.bot.chat.port.PlatformStatus.Status;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/** A health component for each chat platform, named like it; part of no probe, so that readiness does not flap. */
@Component
class PlatformHealth implements SmartInitializingSingleton {
    private final ObjectProvider<HealthContributorRegistry> registry;
    private final ObjectProvider<PlatformStatus> platforms;

    PlatformHealth(ObjectProvider<HealthContributorRegistry> registry, ObjectProvider<PlatformStatus> platforms) {
        this.registry = registry;
        this.platforms = platforms;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registry.ifAvailable(contributors -> platforms.forEach(platform ->
                contributors.registerContributor(platform.platform(), (HealthIndicator) () -> health(platform))));
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
