package dev.hallm.bot.operation;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster;
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
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final TenantCluster cluster;
    private final Sizes sizes;
    private final Duration patience;

    ClusterSteps(TenantCluster cluster, Sizes sizes, @Value("${hallm.operation.patience:10m}") Duration patience) {
        this.cluster = cluster;
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
                Step.EnsureIngressLogin.class,
                Step.OpenIngress.class,
                Step.Activate.class);
    }

    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        return switch (ask(step)) {
            case ClusterAnswer.Done done -> new StepResult.Done();
            case ClusterAnswer.NotYet(String why) -> waitOn(why, waited);
            case ClusterAnswer.Away(String why) -> new StepResult.RetryLater(backOff(waited), why);
            case ClusterAnswer.Refused(String why) -> new StepResult.Failed(why);
        };
    }

    @Override
    public void beforeRetry(Step step, OperationId operation) {
        if (cluster.restartFailedPods(step.tenant()) instanceof ClusterAnswer.Refused(String why)) {
            LOG.warn("pods of {} were not restarted before the retry: {}", step.tenant(), why);
        }
    }

    private ClusterAnswer ask(Step step) {
        return switch (step) {
            case Step.EnsureNamespace s -> cluster.ensureNamespace(s.tenant(), s.owner(), s.size());
            case Step.ApplyQuota s -> cluster.applyQuota(s.tenant(), s.size());
            case Step.InstallStack s -> cluster.installStack(s.tenant(), withCurrentValues(s.size()), false);
            case Step.AwaitStack s -> cluster.stackReady(s.tenant());
            case Step.SecureFirstLogin s -> cluster.secureFirstLogin(s.tenant());
            case Step.EnsureIngressLogin s -> cluster.ensureIngressLogin(s.tenant());
            case Step.OpenIngress s -> cluster.installStack(s.tenant(), withCurrentValues(s.size()), true);
            case Step.Activate s -> cluster.markPhase(s.tenant(), TenantPhase.ACTIVE);
            case Step.RunChecks _, Step.LimitFirstLogin _, Step.Welcome _ ->
                throw new IllegalArgumentException("not a step of the cluster: " + step.word());
        };
    }

    /** What was approved is the size; images and other chart values are the configuration's, as it is now. */
    private StackSize withCurrentValues(StackSize size) {
        return sizes.find(size.name()).map(now -> size.withValues(now.values())).orElse(size);
    }

    private StepResult waitOn(String why, Duration waited) {
        return waited.compareTo(patience) < 0
                ? new StepResult.RetryLater(SOON, why)
                : new StepResult.Failed(why + ", after " + patience.toMinutes() + " min");
    }

    private static Duration backOff(Duration waited) {
        Duration delay = waited.dividedBy(4).plus(SOON);
        return delay.compareTo(LONGEST_WAIT) < 0 ? delay : LONGEST_WAIT;
    }
}
