package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.tenant.TenantName;

/** Where a first login waits for its owner; implemented by {@code cluster.kube}. */
public interface FirstLoginStore {
    /** The login that is kept for a tenant; made at the first call, and kept before this returns. */
    FirstLogin ensure(TenantName tenant);
}
