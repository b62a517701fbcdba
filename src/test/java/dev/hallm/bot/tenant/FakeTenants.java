package dev.hallm.bot.tenant;

import dev.hallm.bot.identity.ChatAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tenants that a test says there are; at first there are none. */
public final class FakeTenants implements Tenants {
    private final Map<TenantName, Tenant> byName = new TreeMap<>();

    /** There is one more now. */
    public void add(String name, ChatAccount owner, TenantPhase phase) {
        var tenant = new TenantName(name);
        byName.put(
                tenant,
                new Tenant(
                        tenant,
                        phase,
                        Instant.EPOCH,
                        owner,
                        "standard",
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    /** And this one. */
    public void add(Tenant tenant) {
        byName.put(tenant.name(), tenant);
    }

    @Override
    public Optional<Tenant> find(TenantName name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Collection<Tenant> all() {
        return byName.values();
    }

    @Override
    public Duration staleness() {
        return Duration.ZERO;
    }
}
