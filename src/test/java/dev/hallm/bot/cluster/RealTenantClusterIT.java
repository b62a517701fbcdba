package dev.hallm.bot.cluster;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.FakeServices;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    class OfCredentials extends CredentialScenario {
        @Override
        protected String kubeconfig() {
            return real();
        }

        @BeforeAll
        void installTheRoles() throws IOException {
            try (InputStream roles = Files.newInputStream(Path.of("manifests/bot/base/tenant-roles.yaml"))) {
                cluster.client().load(roles).serverSideApply();
            }
        }

        @Test
        void letsAnOwnerRunThings() {
            TenantName una = withAccount("una");
            KubernetesClient owner = owner(minted(una));
            await().atMost(ofSeconds(10)).until(() -> answerTo(owner) == 200);

            owner.load(yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}}"))
                    .inNamespace(una.namespace())
                    .create();
            owner.load(yaml("""
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata: {name: mine}
                            spec:
                              selector: {matchLabels: {app: mine}}
                              template:
                                metadata: {labels: {app: mine}}
                                spec: {containers: [{name: main, image: "busybox:1"}]}
                            """)).inNamespace(una.namespace()).create();

            assertThat(owner.apps().deployments().list().getItems()).hasSize(1);
            assertThat(owner.network().v1().networkPolicies().list().getItems()).isEmpty();
        }

        @Test
        void letsAnOwnerTouchNothingThatBoundsThem() {
            TenantName val = withAccount("val");
            eventuallyDone(() -> cluster.changes().applyQuota(val, ClusterUnderTest.size()));
            TenantName other = withAccount("other");
            KubernetesClient owner = owner(minted(val));
            await().atMost(ofSeconds(10)).until(() -> answerTo(owner) == 200);

            for (String bound : List.of(
                    "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open}, spec: {podSelector: {}}}",
                    "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: open}, spec: {rules: [{host: a.b}]}}",
                    "{apiVersion: v1, kind: ResourceQuota, metadata: {name: more}, spec: {hard: {pods: 99}}}",
                    "{apiVersion: v1, kind: LimitRange, metadata: {name: more}, spec: {limits: []}}",
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: other}}",
                    "{apiVersion: v1, kind: Secret, metadata: {name: endless, annotations: {kubernetes.io/service-account.name: hallm-owner}}, type: kubernetes.io/service-account-token}",
                    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: more}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}}")) {
                assertForbidden(
                        bound,
                        () -> owner.load(yaml(bound))
                                .inNamespace(val.namespace())
                                .create());
            }
            assertForbidden(
                    "a token",
                    () -> owner.serviceAccounts()
                            .withName("hallm-owner")
                            .tokenRequest(new TokenRequestBuilder()
                                    .withNewSpec()
                                    .endSpec()
                                    .build()));
            assertForbidden("secrets", () -> owner.secrets().list());
            assertForbidden(
                    "a higher quota",
                    () -> owner.resourceQuotas().withName("user-quota").edit(quota -> {
                        quota.getSpec().getHard().put("pods", new io.fabric8.kubernetes.api.model.Quantity("99"));
                        return quota;
                    }));
            assertForbidden(
                    "others", () -> owner.pods().inNamespace(other.namespace()).list());
            assertForbidden("nodes", () -> owner.nodes().list());
        }

        private static void assertForbidden(String what, ThrowingCallable call) {
            var refusal = catchThrowableOfType(KubernetesClientException.class, call);
            assertThat(refusal).as(what).isNotNull();
            assertThat(refusal.getCode()).as(what).isEqualTo(403);
        }

        private static InputStream yaml(String text) {
            return new ByteArrayInputStream(("---\n" + text).getBytes(StandardCharsets.UTF_8));
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
