package dev.hallm.bot.cluster;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "HALLM_TEST_KUBECONFIG",
        matches = ".+",
        disabledReason = "no real cluster: set HALLM_TEST_KUBECONFIG (see README)")
class RealTenantClusterIT extends TenantClusterScenario {
    @Test
    void readsCertificatesOfCertManager() {
        TenantName ida = ClusterUnderTest.tenant("ida");
        await().until(
                        () -> cluster.changes().ensureNamespace(ida, ClusterUnderTest.ANA, ClusterUnderTest.size()),
                        new Done()::equals);
        cluster.client().resource(certificate(ida)).create();

        await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.details().fetch(ida, ofSeconds(2)).certificates(),
                        found -> found.equals(List.of(new Certificate(
                                "home-assistant-tls", true, "", Optional.of(Instant.parse("2099-01-01T00:00:00Z"))))));
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

    @Override
    protected String kubeconfig() {
        try {
            return Files.readString(Path.of(System.getenv("HALLM_TEST_KUBECONFIG")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
