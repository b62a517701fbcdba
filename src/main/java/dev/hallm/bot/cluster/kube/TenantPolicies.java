package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.kube.NetworkPolicySource.Written;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** The network policies of a tenant, which the bot owns: an upgrade of the release never touches them. */
@Component
class TenantPolicies {
    private final NetworkPolicySource source;
    private final Applier applier;

    TenantPolicies(NetworkPolicySource source, Applier applier) {
        this.source = source;
        this.applier = applier;
    }

    ClusterAnswer apply(Written wanted) {
        return switch (wanted) {
            case Written.Unwritten(ClusterAnswer why) -> why;
            case Written.Policies written -> {
                written.policies().forEach(applier::apply);
                yield new ClusterAnswer.Done();
            }
        };
    }

    /** As the bot applies them; being written while the caller does something else. */
    CompletableFuture<Written> wanted(TenantName tenant, StackSize size) {
        return source.of(tenant, size).thenApply(written -> own(tenant, written));
    }

    private static Written own(TenantName tenant, Written all) {
        return switch (all) {
            case Written.Unwritten unwritten -> unwritten;
            case Written.Policies written ->
                new Written.Policies(written.policies().stream()
                        .map(policy -> own(tenant, policy))
                        .toList());
        };
    }

    /** In the tenant's namespace, whatever the chart says, and without the label that claims it for a release. */
    private static NetworkPolicy own(TenantName tenant, NetworkPolicy policy) {
        return policy.edit()
                .editMetadata()
                .withNamespace(tenant.namespace())
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .endMetadata()
                .build();
    }
}
