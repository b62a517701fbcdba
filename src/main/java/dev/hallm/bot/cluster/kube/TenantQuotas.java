package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.tenant.Quota;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Quota and container defaults of a tenant, under the names that the platform's guide uses. */
@Component
class TenantQuotas {
    static final String QUOTA = "user-quota";
    static final String LIMITS = "user-limits";

    private final KubernetesClient client;
    private final Applier applier;
    private final ClusterCapacity capacity;
    private final ClusterHealth health;

    TenantQuotas(KubernetesClient client, Applier applier, ClusterCapacity capacity, ClusterHealth health) {
        this.client = client;
        this.applier = applier;
        this.capacity = capacity;
        this.health = health;
    }

    /** Waits for the nodes to be known: a GPU resource that the quota does not name would be free to take. */
    ClusterAnswer apply(TenantName tenant, StackSize size) {
        if (!health.synced()) {
            return new ClusterAnswer.Away("the cluster's nodes are not known yet");
        }
        applier.apply(quota(tenant, Quota.of(size, capacity.gpuResources())));
        applier.apply(limits(tenant));
        return new ClusterAnswer.Done();
    }

    /** Admission goes by {@code status.hard}, which the quota controller copies a moment later. */
    ClusterAnswer inForce(TenantName tenant) {
        ResourceQuota quota = client.resourceQuotas()
                .inNamespace(tenant.namespace())
                .withName(QUOTA)
                .get();
        return isInForce(quota)
                ? new ClusterAnswer.Done("", "quota " + QUOTA + " in force, and defaults for containers")
                : new ClusterAnswer.NotYet("Kubernetes has not put the quota into force yet");
    }

    private static ResourceQuota quota(TenantName tenant, Quota quota) {
        var hard = new TreeMap<String, Quantity>();
        quota.hard().forEach((key, amount) -> hard.put(key, new Quantity(amount.toString())));
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(QUOTA)
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }

    /** What a container gets that states nothing, such as one of a backup or of cert-manager. */
    private static LimitRange limits(TenantName tenant) {
        return new LimitRangeBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(LIMITS)
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefaultRequest(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi")))
                .withDefault(Map.of("cpu", new Quantity("200m"), "memory", new Quantity("256Mi")))
                .endLimit()
                .endSpec()
                .build();
    }

    private static boolean isInForce(@Nullable ResourceQuota quota) {
        return quota != null
                && quota.getStatus() != null
                && quota.getSpec().getHard().equals(quota.getStatus().getHard());
    }
}
