package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;

/** Installs, upgrades and uninstalls the release of a tenant's stack; implemented by {@code cluster.helm}. */
public interface StackInstaller {
    ClusterAnswer install(TenantName tenant, StackSize size, boolean ingress);

    /** Takes the release away; done when no revision is left. */
    ClusterAnswer uninstall(TenantName tenant);
}
