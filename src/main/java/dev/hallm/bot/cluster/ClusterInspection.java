package dev.hallm.bot.cluster;

import java.util.List;

/** A look at the cluster for {@code doctor}: whether it answers, and whether it lets the bot do its work. */
public interface ClusterInspection {
    /** Asks now; needs no informer, and answers within a few seconds even while Kubernetes is away. */
    Inspection inspect();

    /** What came of it. */
    sealed interface Inspection {
        /** No cluster is named anywhere. */
        record NotConfigured(String why) implements Inspection {}

        /** It does not answer at this address. */
        record Away(String address, String why) implements Inspection {}

        /** It does not know the bot. */
        record CredentialsRefused(String address) implements Inspection {}

        /**
         * It answers.
         *
         * @param rights each right that the bot needs, with what the cluster says about it
         * @param gaps what the cluster itself lacks
         */
        record Answers(String address, String version, List<Right> rights, List<Gap> gaps) implements Inspection {
            public Answers {
                rights = List.copyOf(rights);
                gaps = List.copyOf(gaps);
            }
        }
    }

    /**
     * The verbs of one resource that were asked about.
     *
     * @param resource {@code deployments.apps}
     * @param denied the verbs among those needed that the bot may not use
     */
    record Right(String resource, List<String> denied, boolean known) {
        public Right {
            denied = List.copyOf(denied);
        }
    }

    /** Something that tenants need of a cluster and that it lacks. */
    sealed interface Gap {
        /** Volumes name no class, and none is the default. */
        record NoDefaultStorageClass() implements Gap {}

        /** The one that the chart's Ingresses name does not exist. */
        record NoIngressClass(String name) implements Gap {}

        /** Owners are bound to it, and can do nothing while it does not exist. */
        record NoOwnerRole(String name) implements Gap {}

        /** Kubeconfigs name an address that only this machine or the cluster's own pods reach. */
        record LocalAddress(String address) implements Gap {}

        /** The file that kubeconfigs take their certificate authority from cannot be read as certificates. */
        record NoAuthority(String file) implements Gap {}

        /** The bot itself does not verify the server, so it cannot tell owners whom to trust. */
        record Unverified(String address) implements Gap {}
    }
}
