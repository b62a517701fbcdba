package dev.hallm.bot.cluster.kube;

import static dev.hallm.bot.cluster.kube.KubeProblems.answering;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.Ownership;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.cluster.homeassistant.FirstVisit;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The port's one door: each change by whoever knows its kind of object, each error as an answer. */
@Component
class KubeTenantCluster implements TenantCluster {
    private static final Logger LOG = LoggerFactory.getLogger(KubeTenantCluster.class);

    private final TenantNamespaces namespaces;
    private final TenantBounds bounds;
    private final StackInstaller stacks;
    private final StackReadiness readiness;
    private final IngressLogins logins;
    private final FirstVisit firstVisit;
    private final FirstLoginSecrets firstLogins;
    private final TenantRemoval removal;

    KubeTenantCluster(
            TenantNamespaces namespaces,
            TenantBounds bounds,
            StackInstaller stacks,
            StackReadiness readiness,
            IngressLogins logins,
            FirstVisit firstVisit,
            FirstLoginSecrets firstLogins,
            TenantRemoval removal) {
        this.namespaces = namespaces;
        this.bounds = bounds;
        this.stacks = stacks;
        this.readiness = readiness;
        this.logins = logins;
        this.firstVisit = firstVisit;
        this.firstLogins = firstLogins;
        this.removal = removal;
    }

    @Override
    public ClusterAnswer ensureNamespace(TenantName tenant, ChatAccount owner, StackSize size, String onboarding) {
        return answering(() -> namespaces.ensure(tenant, owner, size, onboarding));
    }

    @Override
    public ClusterAnswer applyQuota(TenantName tenant, StackSize size) {
        return answering(() -> bounds.apply(tenant, size));
    }

    @Override
    public ClusterAnswer installStack(TenantName tenant, StackSize size, boolean ingress) {
        return answering(() -> stacks.install(tenant, size, ingress));
    }

    @Override
    public ClusterAnswer stackReady(TenantName tenant) {
        return answering(() -> readiness.of(tenant));
    }

    @Override
    public ClusterAnswer restartFailedPods(TenantName tenant) {
        return answering(() -> readiness.restartFailed(tenant));
    }

    @Override
    public ClusterAnswer secureFirstLogin(TenantName tenant) {
        return answering(() -> switch (firstVisit.secure(tenant)) {
            case ClusterAnswer.NotYet wait ->
                readiness.homeAssistantLacks(tenant).orElse(wait);
            case ClusterAnswer other -> other;
        });
    }

    @Override
    public Optional<FirstLogin> firstLogin(TenantName tenant) {
        try {
            return firstLogins.find(tenant);
        } catch (KubernetesClientException e) {
            LOG.warn("the first login of {} cannot be read: {}", tenant, KubeProblems.of(e));
            return Optional.empty();
        }
    }

    @Override
    public ClusterAnswer forgetFirstLogin(TenantName tenant) {
        return answering(() -> firstLogins.forget(tenant));
    }

    @Override
    public ClusterAnswer forgetFirstLogin(TenantName tenant, Instant until) {
        return answering(() -> firstLogins.forget(tenant, until));
    }

    @Override
    public ClusterAnswer ensureIngressLogin(TenantName tenant) {
        return answering(() -> logins.ensure(tenant));
    }

    @Override
    public Optional<IngressLogin> ingressLogin(TenantName tenant) {
        try {
            return logins.find(tenant);
        } catch (KubernetesClientException e) {
            LOG.warn("the ingress login of {} cannot be read: {}", tenant, KubeProblems.of(e));
            return Optional.empty();
        }
    }

    @Override
    public ClusterAnswer markPhase(TenantName tenant, TenantPhase phase) {
        return answering(() -> namespaces.mark(tenant, phase));
    }

    @Override
    public ClusterAnswer removeStack(TenantName tenant, Ownership ownership) {
        return answering(() -> removal.stack(tenant, ownership));
    }

    @Override
    public ClusterAnswer removePlatformObjects(TenantName tenant, Ownership ownership) {
        return answering(() -> removal.platformObjects(tenant, ownership));
    }

    @Override
    public ClusterAnswer removeNamespace(TenantName tenant, Ownership ownership) {
        return answering(() -> removal.namespace(tenant, ownership));
    }

    @Override
    public Optional<String> evidence(TenantName tenant) {
        try {
            return readiness.evidence(tenant);
        } catch (KubernetesClientException e) {
            LOG.warn("what went wrong with {} cannot be read: {}", tenant, KubeProblems.of(e));
            return Optional.empty();
        }
    }
}
