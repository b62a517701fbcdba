package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import org.springframework.stereotype.Component;

/** What a tenant may reach and use, in force before anything runs there. */
@Component
class TenantBounds {
    private final BotRights rights;
    private final TenantPolicies policies;
    private final TenantQuotas quotas;

    TenantBounds(BotRights rights, TenantPolicies policies, TenantQuotas quotas) {
        this.rights = rights;
        this.policies = policies;
        this.quotas = quotas;
    }

    /** Writes first into a namespace whose rights may be a moment old. */
    ClusterAnswer apply(TenantName tenant, StackSize size) {
        ClusterAnswer closed = rights.onceTheyCount(() -> policies.apply(tenant, size));
        return closed instanceof ClusterAnswer.Done ? quotas.apply(tenant, size) : closed;
    }
}
