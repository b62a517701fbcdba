package dev.hallm.bot.cluster.kube;

import java.util.List;

/**
 * Every right that the bot uses, in one place: what {@code doctor} asks for and what its ClusterRole has to grant. Helm
 * acts with the same rights.
 */
final class NeededRights {
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> APPLY = List.of("get", "create", "patch");
    private static final List<String> OWN = List.of("get", "list", "create", "patch", "update", "delete");

    private static final List<Needed> ALL = List.of(
            new Needed("", "namespaces", List.of("get", "list", "watch", "create", "patch")),
            new Needed("", "nodes", READ),
            new Needed("", "pods", List.of("get", "list", "watch", "delete")),
            new Needed("", "events", List.of("list")),
            new Needed("", "resourcequotas", List.of("get", "list", "watch", "create", "patch")),
            new Needed("", "limitranges", APPLY),
            new Needed("", "secrets", OWN),
            new Needed("", "configmaps", OWN),
            new Needed("", "services", OWN),
            new Needed("", "serviceaccounts", List.of("get", "list", "create", "patch", "delete")),
            new Needed("", "serviceaccounts/token", List.of("create")),
            new Needed("rbac.authorization.k8s.io", "rolebindings", List.of("get", "list", "create", "patch")),
            new Needed("", "persistentvolumeclaims", List.of("get", "list", "watch", "create", "patch", "update")),
            new Needed("apps", "deployments", List.of("get", "list", "watch", "create", "patch", "update", "delete")),
            new Needed("apps", "statefulsets", READ),
            new Needed(
                    "networking.k8s.io",
                    "ingresses",
                    List.of("get", "list", "watch", "create", "patch", "update", "delete")),
            new Needed("cert-manager.io", "certificates", List.of("list")));

    private NeededRights() {}

    /** The verbs that the bot uses on one resource, in every namespace. */
    record Needed(String group, String resource, List<String> verbs) {
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

    static List<Needed> all() {
        return ALL;
    }
}
