package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.tenant.TenantName;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The scenarios on the API server in memory, which ends with the process. */
class InMemoryTenantClusterTest {
    private static final InMemoryKube KUBE = InMemoryKube.start().answeringByReadyPodsOnly();

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

        @Test
        void saysWhatKeepsHomeAssistantFromItsFirstLogin() {
            TenantName lea = tenant("lea");
            prepare(lea, size(Map.of("homeAssistant", Map.of("image", Map.of("tag", "crash-loops")))));

            eventuallyRefused(
                    () -> cluster.changes().secureFirstLogin(lea),
                    "home-assistant: crashes again and again (exit code 1)");
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
