package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.TenantName;
import java.time.Instant;
import java.util.List;

/**
 * What an owner reaches the cluster with: an account of the tenant's namespace and short-lived kubeconfigs of it. Like
 * {@link TenantCluster}, every change may be repeated after a crash and none throws for what a cluster may answer.
 */
public interface TenantCredentials {
    /** Creates the owner's account and binds it to what owners may do. */
    ClusterAnswer ensureOwnerAccount(TenantName tenant);

    /**
     * Makes a kubeconfig that ends by itself and can be revoked alone. Each call makes another one, so it belongs where
     * the result is shown and nowhere else.
     */
    Mint mintKubeconfig(TenantName tenant);

    /** Takes the owner's account away with every kubeconfig of it, all refused within seconds. */
    ClusterAnswer revokeKubeconfigs(TenantName tenant);

    /**
     * Gives the ingress a new password.
     *
     * @param rotation names this renewal; a repeat with the same one keeps the password that it made
     */
    ClusterAnswer renewIngressLogin(TenantName tenant, String rotation);

    /** Other ways into the namespace, which an owner who could make them has still. */
    Strays strays(TenantName tenant);

    /** What came of minting. */
    sealed interface Mint {
        /**
         * A kubeconfig; a secret, never to be stored or logged.
         *
         * @param expiresAt as the cluster said, which may shorten what was asked for
         */
        record Minted(String kubeconfig, Instant expiresAt) implements Mint {
            @Override
            public String toString() {
                return "Minted[until " + expiresAt + "]";
            }
        }

        /** There is none, with the reason in words for people. */
        record NotMinted(String why) implements Mint {}
    }

    /** What the bot did not make. */
    sealed interface Strays {
        /** {@code ServiceAccount builder}, {@code RoleBinding extra}; in the order of kinds and names. */
        record Found(List<String> names) implements Strays {
            public Found {
                names = List.copyOf(names);
            }
        }

        /** They could not be listed. */
        record Unknown(String why) implements Strays {}
    }
}
