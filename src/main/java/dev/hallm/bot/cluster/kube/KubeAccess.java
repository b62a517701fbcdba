package dev.hallm.bot.cluster.kube;

import java.nio.file.Path;

/** Where the address of the API and the bot's credentials come from, for fabric8 and Helm alike. */
public sealed interface KubeAccess {
    /** A kubeconfig as text; it may hold credentials, so {@code toString} hides it. */
    record Contents(String kubeconfig) implements KubeAccess {
        @Override
        public String toString() {
            return "Contents[…]";
        }
    }

    /** A kubeconfig file; paths in it are relative to it. */
    record File(Path path) implements KubeAccess {}

    /** Several files named by {@code KUBECONFIG}, which each client merges itself. */
    record Merged() implements KubeAccess {}

    /** The service account of the bot's own pod; Helm gets a kubeconfig that names its token file. */
    record InCluster(String kubeconfig) implements KubeAccess {}
}
