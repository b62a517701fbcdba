package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.springframework.stereotype.Component;

/** The account that an owner's kubeconfigs are of, in the tenant's own namespace. */
@Component
class OwnerAccounts {
    static final String NAME = BotRights.OWNERS_ACCOUNT;

    private final KubernetesClient client;
    private final Applier applier;

    OwnerAccounts(KubernetesClient client, Applier applier) {
        this.client = client;
        this.applier = applier;
    }

    ClusterAnswer ensure(TenantName tenant) {
        applier.apply(account(tenant));
        applier.apply(binding(tenant));
        return new ClusterAnswer.Done();
    }

    /** The account goes first: from then on no token of it can be minted. */
    ClusterAnswer revoke(TenantName tenant) {
        client.serviceAccounts().inNamespace(tenant.namespace()).withName(NAME).delete();
        kubeconfigs(tenant)
                .forEach(secret -> client.secrets()
                        .inNamespace(tenant.namespace())
                        .withName(secret.getMetadata().getName())
                        .delete());
        return new ClusterAnswer.Done();
    }

    /** The Secrets that tokens are bound to. */
    List<Secret> kubeconfigs(TenantName tenant) {
        return client.secrets()
                .inNamespace(tenant.namespace())
                .withLabel(KubeconfigMint.KUBECONFIG, NAME)
                .list()
                .getItems();
    }

    private static ServiceAccount account(TenantName tenant) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(NAME)
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private static RoleBinding binding(TenantName tenant) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(NAME)
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", BotRights.OWNERS_ROLE)
                .addNewSubject("", "ServiceAccount", NAME, tenant.namespace())
                .build();
    }
}
