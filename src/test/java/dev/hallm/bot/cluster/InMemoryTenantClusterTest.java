package dev.hallm.bot.cluster;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import org.junit.jupiter.api.Nested;

/** The scenarios on the API server in memory, which ends with the process. */
class InMemoryTenantClusterTest {
    private static final InMemoryKube KUBE = InMemoryKube.start();

    static {
        SampleCluster.addNodes(KUBE);
    }

    @Nested
    class OfOnboarding extends OnboardingScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfChecks extends ChecksScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfCredentials extends CredentialScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfTrouble extends TroubleScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfRemoval extends RemovalScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfReleases extends ReleaseScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }

    @Nested
    class OfAbsence extends AwayScenario {
        @Override
        protected String kubeconfig() {
            return KUBE.kubeconfig();
        }
    }
}
