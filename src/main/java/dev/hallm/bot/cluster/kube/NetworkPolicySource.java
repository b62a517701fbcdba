package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writes a tenant's network policies as the stack's chart has them, so that an install by hand and the bot agree;
 * implemented by {@code cluster.helm}.
 */
public interface NetworkPolicySource {
    /** Begins at once and takes a moment, while which the caller may do something else; 60 s at most. */
    CompletableFuture<Written> of(TenantName tenant, StackSize size);

    /** What came of it. */
    sealed interface Written {
        /** All policies of the tenant; none where the chart's values say so. */
        record Policies(List<NetworkPolicy> policies) implements Written {
            public Policies {
                policies = List.copyOf(policies);
            }
        }

        /** Why there are none to be had. */
        record Unwritten(ClusterAnswer why) implements Written {}
    }
}
