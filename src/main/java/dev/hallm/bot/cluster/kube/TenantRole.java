package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.kube.NeededRights.Needed;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the role grants that the bot binds to itself in tenants; nothing where it is missing or may not be read. */
record TenantRole(List<PolicyRule> rules) {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRole.class);

    TenantRole {
        rules = List.copyOf(rules);
    }

    static TenantRole read(KubernetesClient client) {
        try {
            ClusterRole role =
                    client.rbac().clusterRoles().withName(BotRights.ROLE).get();
            return new TenantRole(role == null ? List.of() : role.getRules());
        } catch (KubernetesClientException e) {
            LOG.debug("the role {} cannot be read: {}", BotRights.ROLE, e.getCode());
            return new TenantRole(List.of());
        }
    }

    boolean grants(Needed needed, String verb) {
        return rules.stream()
                .filter(rule -> has(rule.getApiGroups(), needed.group()))
                .filter(rule -> has(rule.getResources(), needed.resource()))
                .filter(rule -> has(rule.getVerbs(), verb))
                .anyMatch(rule -> rule.getResourceNames().isEmpty()
                        || (!needed.names().isEmpty() && rule.getResourceNames().containsAll(needed.names())));
    }

    private static boolean has(List<String> listed, String wanted) {
        return listed.contains(wanted) || listed.contains("*");
    }
}
