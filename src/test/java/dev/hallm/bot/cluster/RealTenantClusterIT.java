package dev.hallm.bot.cluster;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.FakeServices;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The scenarios on a real API server. */
@RealCluster
class RealTenantClusterIT {
    @SuppressWarnings("resource") // serves to the end of the process
    @BeforeAll
    static void startWhatRunsInPods() {
        FakeServices.start().announced();
    }

    private static String real() {
        try {
            return Files.readString(Path.of(System.getenv("HALLM_TEST_KUBECONFIG")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class OfOnboarding extends OnboardingScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }

        @Test
        void readsCertificatesOfCertManager() {
            TenantName ida = ClusterUnderTest.tenant("ida");
            eventuallyDone(
                    () -> cluster.changes().ensureNamespace(ida, ClusterUnderTest.ANA, ClusterUnderTest.size(), "o1"));

            cluster.client().resource(certificate(ida)).create();

            var valid =
                    new Certificate("home-assistant-tls", true, "", Optional.of(Instant.parse("2099-01-01T00:00:00Z")));
            await().atMost(ofSeconds(20))
                    .until(() -> cluster.details().fetch(ida, ofSeconds(2)).certificates(), List.of(valid)::equals);
        }

        private static GenericKubernetesResource certificate(TenantName tenant) {
            return new GenericKubernetesResourceBuilder()
                    .withApiVersion("cert-manager.io/v1")
                    .withKind("Certificate")
                    .withNewMetadata()
                    .withNamespace(tenant.namespace())
                    .withName("home-assistant-tls")
                    .endMetadata()
                    .build();
        }
    }

    @Nested
    class OfChecks extends ChecksScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }
    }

    @Nested
    class OfTrouble extends TroubleScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }
    }

    @Nested
    class OfRemoval extends RemovalScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }
    }

    @Nested
    class OfReleases extends ReleaseScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }
    }

    @Nested
    class OfAbsence extends AwayScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }
    }
}
