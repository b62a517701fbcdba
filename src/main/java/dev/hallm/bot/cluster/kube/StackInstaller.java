package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;

/** Installs or upgrades the release of a tenant's stack; implemented by {@code cluster.helm}. */
public interface StackInstaller {
    ClusterAnswer install(TenantName tenant, StackSize size, boolean ingress);
}
