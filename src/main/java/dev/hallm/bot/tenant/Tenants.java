package dev.hallm.bot.tenant;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** All tenants from memory: reading never calls Kubernetes. Implemented by {@code cluster}. */
public interface Tenants {
    Optional<Tenant> find(TenantName name);

    /** Every tenant in the order of names; a live view that is cheap to walk. */
    Collection<Tenant> all();

    /** Time since Kubernetes last answered, zero while it answers. */
    Duration staleness();
}
