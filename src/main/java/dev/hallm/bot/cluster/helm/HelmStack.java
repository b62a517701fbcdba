package dev.hallm.bot.cluster.helm;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.kube.KubeProblems;
import dev.hallm.bot.cluster.kube.StackInstaller;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One call of Helm at a time for each release; two at once would fail each other. */
@Component
class HelmStack implements StackInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(HelmStack.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    static final ClusterAnswer STOPPING = new ClusterAnswer.NotYet("the bot is being stopped");

    private final HelmInstallation installation;
    private final HelmThreads threads;
    private final ConcurrentMap<TenantName, CompletableFuture<ClusterAnswer>> running = new ConcurrentHashMap<>();

    HelmStack(HelmInstallation installation, HelmThreads threads) {
        this.installation = installation;
        this.threads = threads;
    }

    @Override
    public ClusterAnswer install(TenantName tenant, StackSize size, boolean ingress) {
        return alone(tenant, () -> installation.run(tenant, size, ingress));
    }

    @Override
    public ClusterAnswer uninstall(TenantName tenant) {
        return alone(tenant, () -> installation.remove(tenant));
    }

    private ClusterAnswer alone(TenantName tenant, Supplier<ClusterAnswer> call) {
        var answer = new CompletableFuture<ClusterAnswer>();
        if (running.putIfAbsent(tenant, answer) != null) {
            return new ClusterAnswer.NotYet("Helm is still at work on it");
        }
        try {
            threads.execute(() -> run(tenant, answer, call));
        } catch (RejectedExecutionException e) {
            running.remove(tenant);
            return STOPPING;
        }
        return await(answer);
    }

    private void run(TenantName tenant, CompletableFuture<ClusterAnswer> answer, Supplier<ClusterAnswer> call) {
        try {
            answer.complete(KubeProblems.answering(call));
        } catch (RuntimeException e) {
            LOG.warn("the release of {} failed inside the bot", tenant, e);
            answer.completeExceptionally(e);
        } finally {
            running.remove(tenant);
        }
    }

    /** Helm knows no timeout and cannot be interrupted: a call that takes too long goes on, and is asked for again. */
    private static ClusterAnswer await(CompletableFuture<ClusterAnswer> answer) {
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new ClusterAnswer.NotYet("Helm has been at work on it for " + LONGEST.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Helm's call failed inside the bot", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPING;
        }
    }
}
