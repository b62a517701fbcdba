package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.kube.KubeTenantChecks.Seen;
import dev.hallm.bot.cluster.kube.NetworkPolicySource.Written;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether the tenant's network policies are as the bot applied them, and the only ones: policies add up, so that another
 * one opens what these close. Whether the cluster's network enforces them is nothing that the API knows.
 */
@Component
class IsolationCheck {
    private final KubernetesClient client;
    private final TenantPolicies policies;

    IsolationCheck(KubernetesClient client, TenantPolicies policies) {
        this.client = client;
        this.policies = policies;
    }

    Seen of(TenantName tenant, StackSize size) {
        return switch (policies.wanted(tenant, size).join()) {
            case Written.Unwritten(ClusterAnswer _) -> Seen.failed("the chart does not say which policies there are");
            case Written.Policies(List<NetworkPolicy> wanted)
            when wanted.isEmpty() -> Seen.notApplicable("platform.values switches the network policies off");
            case Written.Policies(List<NetworkPolicy> wanted) -> compare(wanted, existing(tenant));
        };
    }

    private Map<String, NetworkPolicy> existing(TenantName tenant) {
        return client.network().v1().networkPolicies().inNamespace(tenant.namespace()).list().getItems().stream()
                .collect(Collectors.toMap(policy -> policy.getMetadata().getName(), Function.identity()));
    }

    private Seen compare(List<NetworkPolicy> wanted, Map<String, NetworkPolicy> existing) {
        var others = new TreeSet<>(existing.keySet());
        var wrong = new TreeSet<String>();
        for (NetworkPolicy policy : wanted) {
            String name = policy.getMetadata().getName();
            others.remove(name);
            NetworkPolicy found = existing.get(name);
            if (found == null) {
                wrong.add(name + " is missing");
            } else if (!found.getSpec().equals(asApplied(policy).getSpec())) {
                wrong.add(name + " was changed");
            }
        }
        others.forEach(name -> wrong.add(name + " is not the bot's and may open what the others close"));
        return wrong.isEmpty()
                ? Seen.ok(wanted.size() + " network policies as applied")
                : Seen.failed(String.join("; ", wrong));
    }

    /** With the server's defaults. */
    private NetworkPolicy asApplied(NetworkPolicy policy) {
        return client.resource(policy)
                .dryRun()
                .fieldManager(Applier.FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }
}
