package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.kube.NetworkPolicySource.Written;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.concurrent.CompletableFuture;
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

    /**
     * Writes first into a namespace whose rights may be a moment old. The quota comes first: while Kubernetes puts it
     * into force, the policies, written meanwhile, are applied.
     */
    ClusterAnswer apply(TenantName tenant, StackSize size) {
        CompletableFuture<Written> wanted = policies.wanted(tenant, size);
        ClusterAnswer written = rights.onceTheyCount(() -> quotas.apply(tenant, size));
        if (!(written instanceof ClusterAnswer.Done)) {
            return written;
        }
        ClusterAnswer closed = policies.apply(wanted.join());
        return closed instanceof ClusterAnswer.Done ? quotas.inForce(tenant) : closed;
    }
}
