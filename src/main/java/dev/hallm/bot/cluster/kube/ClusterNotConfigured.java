package dev.hallm.bot.cluster.kube;

/** The bot was not told where Kubernetes is; the message says what was tried, without credentials. */
final class ClusterNotConfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterNotConfigured(String what) {
        super(what);
    }
}
