package dev.hallm.bot.cluster;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes to one tenant. Every method may be repeated after a crash at any point and ends in the same state; none
 * throws for what a cluster may answer: that is a {@link ClusterAnswer}.
 */
public interface TenantCluster {
    /**
     * Creates or adopts the namespace with Pod Security labels, owner, size and phase onboarding, and takes the bot's
     * rights inside it; says what was not there before.
     *
     * @param onboarding names the onboarding in an annotation of a namespace that it creates
     */
    ClusterAnswer ensureNamespace(TenantName tenant, ChatAccount owner, StackSize size, String onboarding);

    /**
     * Applies network policies, quota and LimitRange; done once the quota is enforced ({@code status.hard} equals
     * {@code spec.hard}).
     */
    ClusterAnswer applyQuota(TenantName tenant, StackSize size);

    /** Installs or upgrades the Helm release; with {@code ingress} the hosts open, Ollama's behind a login. */
    ClusterAnswer installStack(TenantName tenant, StackSize size, boolean ingress);

    /** Whether every workload is ready; refused with the reason in plain words when one cannot become so. */
    ClusterAnswer stackReady(TenantName tenant);

    /** Deletes pods that are not ready, so that a retry does not wait for Kubernetes' back-off. */
    ClusterAnswer restartFailedPods(TenantName tenant);

    /**
     * Makes the first account of a fresh Home Assistant, whose first visitor becomes its owner; its login is kept in
     * the tenant's namespace before the first call. Refused when somebody else was first.
     */
    ClusterAnswer secureFirstLogin(TenantName tenant);

    /** The login of that account until it is forgotten; a secret, never to be stored or logged. */
    Optional<FirstLogin> firstLogin(TenantName tenant);

    /** Deletes the kept login; the account stays. */
    ClusterAnswer forgetFirstLogin(TenantName tenant);

    /** The same, unless the login was made after that time: then it is of a later onboarding. */
    ClusterAnswer forgetFirstLogin(TenantName tenant, Instant until);

    /** Creates the login that the ingress asks for, once; a repeat keeps the first. */
    ClusterAnswer ensureIngressLogin(TenantName tenant);

    /** The login that the ingress asks for; a secret, never to be stored or logged. */
    Optional<IngressLogin> ingressLogin(TenantName tenant);

    /** Sets the phase label. */
    ClusterAnswer markPhase(TenantName tenant, TenantPhase phase);

    /** Uninstalls the release if the onboarding installed it; done when none of it is left, or when it has to stay. */
    ClusterAnswer removeStack(TenantName tenant, Ownership ownership);

    /** Deletes quota, LimitRange and login if the onboarding made them. */
    ClusterAnswer removePlatformObjects(TenantName tenant, Ownership ownership);

    /** Deletes the namespace if the onboarding made it, and waits until it is gone; another one stays. */
    ClusterAnswer removeNamespace(TenantName tenant, Ownership ownership);

    /** The latest warning that Kubernetes gave about a tenant, in one line; empty when there is none or it is away. */
    Optional<String> evidence(TenantName tenant);

    /** User and password of the ingress; {@code toString} hides the password. */
    record IngressLogin(String user, String password) {
        @Override
        public String toString() {
            return "IngressLogin[" + user + "]";
        }
    }

    /** User and password of Home Assistant's owner; {@code toString} hides the password. */
    record FirstLogin(String user, String password) {
        @Override
        public String toString() {
            return "FirstLogin[" + user + "]";
        }
    }
}
