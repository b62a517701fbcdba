package dev.hallm.bot.cluster.kube;

import java.util.List;

/**
 * Every right that the bot uses, in one place: what {@code doctor} asks for and what the ClusterRoles of {@code
 * manifests/bot} have to grant. Helm acts with the same rights.
 */
final class NeededRights {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String NETWORKING = "networking.k8s.io";
    private static final List<String> WATCH = List.of("list", "watch");
    private static final List<String> APPLY = List.of("get", "list", "create", "patch", "delete");
    private static final List<String> OWN = List.of("get", "list", "create", "patch", "update", "delete");

    private static final List<Needed> EVERYWHERE = List.of(
            new Needed("", "namespaces", List.of("get", "list", "watch", "create", "patch", "delete")),
            new Needed("", "nodes", WATCH),
            new Needed("", "pods", WATCH),
            new Needed("", "resourcequotas", WATCH),
            new Needed("", "persistentvolumeclaims", WATCH),
            new Needed("apps", "deployments", WATCH),
            new Needed("apps", "statefulsets", WATCH),
            new Needed(NETWORKING, "ingresses", WATCH),
            new Needed("", "events", List.of("list")),
            new Needed("cert-manager.io", "certificates", List.of("list")),
            new Needed(NETWORKING, "ingressclasses", List.of("list")),
            new Needed("storage.k8s.io", "storageclasses", List.of("list")),
            new Needed("authorization.k8s.io", "selfsubjectaccessreviews", List.of("create")),
            new Needed("authentication.k8s.io", "selfsubjectreviews", List.of("create")),
            new Needed(RBAC, "rolebindings", List.of("create", "patch")),
            new Needed(RBAC, "clusterroles", List.of(BotRights.ROLE, BotRights.OWNERS_ROLE), List.of("get", "bind")));

    private static final List<Needed> IN_TENANTS = List.of(
            new Needed("", "resourcequotas", APPLY),
            new Needed("", "limitranges", APPLY),
            new Needed(NETWORKING, "networkpolicies", APPLY),
            new Needed("", "secrets", OWN),
            new Needed("", "configmaps", OWN),
            new Needed("", "services", OWN),
            new Needed("", "persistentvolumeclaims", OWN),
            new Needed("apps", "deployments", OWN),
            new Needed(NETWORKING, "ingresses", OWN),
            new Needed("", "pods", List.of("get", "list", "delete")),
            new Needed("", "pods/portforward", List.of("get", "create")),
            new Needed("", "serviceaccounts", APPLY),
            new Needed("", "serviceaccounts/token", List.of(BotRights.OWNERS_ACCOUNT), List.of("create")),
            new Needed(RBAC, "rolebindings", List.of("get", "list")));

    private NeededRights() {}

    /**
     * The verbs that the bot uses on one resource.
     *
     * @param resource with its subresource, {@code pods/portforward}
     * @param names the only objects that they are used on; empty for all
     */
    record Needed(String group, String resource, List<String> names, List<String> verbs) {
        Needed(String group, String resource, List<String> verbs) {
            this(group, resource, List.of(), verbs);
        }

        /** As {@code kubectl} names it, {@code deployments.apps}. */
        String name() {
            return group.isEmpty() ? resource : resource + "." + group;
        }

        /** The resource without its subresource. */
        String kind() {
            return resource.replaceAll("/.*", "");
        }

        /** {@code token} of {@code serviceaccounts/token}, else empty. */
        String subresource() {
            return resource.contains("/") ? resource.substring(resource.indexOf('/') + 1) : "";
        }
    }

    /** By the ClusterRole that is bound for the whole cluster. */
    static List<Needed> everywhere() {
        return EVERYWHERE;
    }

    /** By the ClusterRole that the bot binds to itself in each tenant's namespace. */
    static List<Needed> inTenants() {
        return IN_TENANTS;
    }
}
