package dev.hallm.bot.kube;

import java.util.Set;

/**
 * One kind of object the API serves.
 *
 * @param group empty for the core group
 * @param subresources the known ones; any other is a 404
 */
record ResourceType(
        String group, String version, String plural, String kind, boolean namespaced, Set<String> subresources) {
    ResourceType {
        subresources = Set.copyOf(subresources);
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As error messages name it: {@code pods}, {@code deployments.apps}. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** As validation messages name it: {@code Pod}, {@code Deployment.apps}. */
    String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    boolean hasStatus() {
        return subresources.contains("status");
    }

    /** Whether Kubernetes' own types describe it; others have no strategic merge patch. */
    boolean builtIn() {
        boolean kubernetes = !group.contains(".") || group.endsWith(".k8s.io");
        return kubernetes && !group.startsWith("snapshot.") && !group.startsWith("metrics.");
    }
}
