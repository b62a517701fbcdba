package dev.hallm.bot.operation;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.Ownership;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantPhase;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs the steps that are nothing but calls of the cluster. */
@Component
class ClusterSteps implements StepHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterSteps.class);
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int PART_OF_WAIT = 8;

    private final TenantCluster cluster;
    private final TenantCredentials credentials;
    private final OperationRepository rows;
    private final Sizes sizes;
    private final Duration patience;

    ClusterSteps(
            TenantCluster cluster,
            TenantCredentials credentials,
            OperationRepository rows,
            Sizes sizes,
            @Value("${hallm.operation.patience:10m}") Duration patience) {
        this.cluster = cluster;
        this.credentials = credentials;
        this.rows = rows;
        this.sizes = sizes;
        this.patience = patience;
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Set.of(
                Step.EnsureNamespace.class,
                Step.ApplyQuota.class,
                Step.InstallStack.class,
                Step.AwaitStack.class,
                Step.SecureFirstLogin.class,
                Step.EnsureOwnerAccount.class,
                Step.EnsureIngressLogin.class,
                Step.RevokeOwnerAccount.class,
                Step.RenewIngressLogin.class,
                Step.OpenIngress.class,
                Step.Activate.class,
                Step.RemoveStack.class,
                Step.RemovePlatformObjects.class,
                Step.RemoveNamespace.class);
    }

    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        return switch (ask(step, operation)) {
            case ClusterAnswer.Done done -> new StepResult.Done(done.found(), done.left(), done.made());
            case ClusterAnswer.NotYet notYet -> waitOn(step, notYet, waited);
            case ClusterAnswer.Away(String why) -> new StepResult.Transient(why);
            case ClusterAnswer.Refused(String why, String advice) -> failed(step, why, advice);
        };
    }

    /** What the configuration says now is installed first, if it is no longer what was approved. */
    @Override
    public void beforeRetry(Step step, OperationId operation) {
        if (step instanceof Step.AwaitStack) {
            rows.find(operation).map(OperationRow::operation).ifPresent(this::reinstallIfCorrected);
        }
        if (needsPods(step) && cluster.restartFailedPods(step.tenant()) instanceof ClusterAnswer.Refused refused) {
            LOG.warn("pods of {} were not restarted before the retry: {}", step.tenant(), refused.why());
        }
    }

    private void reinstallIfCorrected(Operation operation) {
        switch (operation) {
            case Operation.Provision p
            when !withCurrentValues(p.size()).equals(p.size()) ->
                LOG.info(
                        "the stack of {} is installed with today's values: {}",
                        p.tenant(),
                        cluster.installStack(p.tenant(), withCurrentValues(p.size()), false));
            case Operation.Provision _, Operation.RotateCredentials _ ->
                LOG.debug("what was approved is what is configured");
        }
    }

    private static boolean isAboutPods(Step step) {
        return step instanceof Step.InstallStack || step instanceof Step.AwaitStack;
    }

    private static boolean needsPods(Step step) {
        return isAboutPods(step) || step instanceof Step.SecureFirstLogin;
    }

    private ClusterAnswer ask(Step step, OperationId operation) {
        return switch (step) {
            case Step.EnsureNamespace s -> cluster.ensureNamespace(s.tenant(), s.owner(), s.size(), operation.value());
            case Step.ApplyQuota s -> cluster.applyQuota(s.tenant(), s.size());
            case Step.InstallStack s -> cluster.installStack(s.tenant(), withCurrentValues(s.size()), false);
            case Step.AwaitStack s -> cluster.stackReady(s.tenant());
            case Step.SecureFirstLogin s -> cluster.secureFirstLogin(s.tenant());
            case Step.EnsureIngressLogin s -> cluster.ensureIngressLogin(s.tenant());
            case Step.EnsureOwnerAccount s -> credentials.ensureOwnerAccount(s.tenant());
            case Step.RevokeOwnerAccount s -> credentials.revokeKubeconfigs(s.tenant());
            case Step.RenewIngressLogin s -> credentials.renewIngressLogin(s.tenant(), operation.value());
            case Step.OpenIngress s -> cluster.installStack(s.tenant(), withCurrentValues(s.size()), true);
            case Step.Activate s -> cluster.markPhase(s.tenant(), TenantPhase.ACTIVE);
            case Step.RemoveStack s -> cluster.removeStack(s.tenant(), ownership(operation));
            case Step.RemovePlatformObjects s -> cluster.removePlatformObjects(s.tenant(), ownership(operation));
            case Step.RemoveNamespace s -> cluster.removeNamespace(s.tenant(), ownership(operation));
            case Step.RunChecks _, Step.LimitFirstLogin _, Step.Welcome _, Step.TellRotated _ ->
                throw new IllegalArgumentException("not a step of the cluster: " + step.word());
        };
    }

    /** What was approved is the size; images and other chart values are the configuration's, as it is now. */
    private StackSize withCurrentValues(StackSize size) {
        return sizes.find(size.name()).map(now -> size.withValues(now.values())).orElse(size);
    }

    private Ownership ownership(OperationId operation) {
        return new Ownership(operation.value(), rows.madeBy(operation));
    }

    private StepResult waitOn(Step step, ClusterAnswer.NotYet notYet, Duration waited) {
        return waited.compareTo(patience) < 0
                ? new StepResult.RetryLater(delay(waited), notYet.why(), notYet.since())
                : ranOut(step, notYet);
    }

    private StepResult ranOut(Step step, ClusterAnswer.NotYet notYet) {
        return new StepResult.Failed(
                notYet.why() + ", after " + patience.toMinutes() + " min",
                needsPods(step) ? evidence(step) : "",
                notYet.advice());
    }

    /** Often at first, when most waits end; less so for what takes minutes. */
    private static Duration delay(Duration waited) {
        Duration part = waited.dividedBy(PART_OF_WAIT);
        Duration delay = part.compareTo(SOON) < 0 ? SOON : part;
        return delay.compareTo(LONGEST_WAIT) < 0 ? delay : LONGEST_WAIT;
    }

    private StepResult failed(Step step, String why, String advice) {
        return new StepResult.Failed(why, isAboutPods(step) ? evidence(step) : "", advice);
    }

    private String evidence(Step step) {
        return cluster.evidence(step.tenant()).orElse("");
    }
}
