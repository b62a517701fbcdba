package dev.hallm.bot.cluster.kube;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of showing a stack trace. */
class ClusterNotConfiguredAnalyzer extends AbstractFailureAnalyzer<ClusterNotConfigured> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ClusterNotConfigured cause) {
        return new FailureAnalysis(
                "The bot does not know its Kubernetes cluster: " + cause.getMessage() + ".",
                "Set KUBECONFIG to a kubeconfig file, put one at ~/.kube/config, or run the bot in a pod with a service"
                        + " account. To try it without any cluster, see the first command of the README.",
                cause);
    }
}
