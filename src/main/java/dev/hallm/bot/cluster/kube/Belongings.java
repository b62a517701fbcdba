package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the bot itself puts into a tenant's namespace, to be looked for and to be taken away. */
@Component
class Belongings {
    private final KubernetesClient client;
    private final HelmReleases releases;

    Belongings(KubernetesClient client, HelmReleases releases) {
        this.client = client;
        this.releases = releases;
    }

    boolean has(TenantName tenant, Thing thing) {
        return switch (thing) {
            case NAMESPACE -> client.namespaces().withName(tenant.namespace()).get() != null;
            case RELEASE -> !releases.revisions(tenant).isEmpty();
            case QUOTA, INGRESS_LOGIN -> objects(tenant, thing).stream().anyMatch(object -> object.get() != null);
        };
    }

    /** Deletes objects that need nothing but to be deleted; what is gone already is no error. */
    void delete(TenantName tenant, Thing thing) {
        objects(tenant, thing).forEach(Resource::delete);
        if (thing == Thing.QUOTA) {
            deletePolicies(tenant);
        }
    }

    /** The network policies came with the quota; their names are the chart's. */
    private void deletePolicies(TenantName tenant) {
        var policies = client.network().v1().networkPolicies().inNamespace(tenant.namespace());
        policies.withLabel(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .list()
                .getItems()
                .forEach(policy ->
                        policies.withName(policy.getMetadata().getName()).delete());
    }

    private List<Resource<? extends HasMetadata>> objects(TenantName tenant, Thing thing) {
        String namespace = tenant.namespace();
        return switch (thing) {
            case QUOTA ->
                List.of(
                        client.resourceQuotas().inNamespace(namespace).withName(TenantQuotas.QUOTA),
                        client.limitRanges().inNamespace(namespace).withName(TenantQuotas.LIMITS));
            case INGRESS_LOGIN ->
                List.of(
                        client.secrets().inNamespace(namespace).withName(IngressLogins.LOGIN),
                        client.secrets().inNamespace(namespace).withName(IngressLogins.BASIC_AUTH));
            case NAMESPACE, RELEASE -> List.of();
        };
    }
}
