package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.kube.RealCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner runs things in a tenant and changes nothing that bounds it. */
@RealCluster
class RealClusterOwnerIT {
    private static final Path ADMIN = Path.of(System.getenv().getOrDefault(RealCluster.KUBECONFIG, ""));
    private static final String TENANT = "ha-llm-user-owned";
    private static final String BOUNDS = """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: ha-llm-user-owned
              labels: {user-namespace: "true", pod-security.kubernetes.io/enforce: baseline}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: hallm-owner, namespace: ha-llm-user-owned}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: hallm-tenant-owner}
            subjects: [{kind: ServiceAccount, name: hallm-owner, namespace: ha-llm-user-owned}]
            """;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KubernetesClient admin;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KubernetesClient owner;

    @BeforeAll
    static void install() throws IOException {
        Config config = Config.fromKubeconfig(ADMIN.toFile());
        admin = new KubernetesClientBuilder().withConfig(config).build();
        InstalledBot.install(admin);
        InstalledBot.apply(admin, BOUNDS);
        owner = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withImpersonateUsername("system:serviceaccount:" + TENANT + ":hallm-owner")
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        await("the role in force").atMost(Duration.ofSeconds(30)).untilAsserted(() -> create(pod("{}")));
    }

    @AfterAll
    static void clean() {
        admin.namespaces().withName(TENANT).delete();
        owner.close();
        admin.close();
    }

    private static String pod(String spec) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: mine}
                spec: {hostPID: %s, containers: [{name: main, image: example.com/mine:1}]}
                """.formatted(spec.equals("{}") ? "false" : spec);
    }

    @Test
    void runsThings() {
        create(pod("{}"));
        create("{apiVersion: v1, kind: Service, metadata: {name: mine}, spec: {ports: [{port: 80}]}}");
        create("{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}}");

        assertThat(owner.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(TENANT)
                        .list()
                        .getItems())
                .isEmpty();
        assertThat(owner.resourceQuotas().inNamespace(TENANT).list().getItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open},"
                        + " spec: {podSelector: {}, ingress: [{}]}}",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: mine},"
                        + " spec: {defaultBackend: {service: {name: mine, port: {number: 80}}}}}",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: more}, spec: {hard: {pods: '99'}}}",
                "{apiVersion: v1, kind: LimitRange, metadata: {name: more}, spec: {limits: []}}",
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: other}}",
                "{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token,"
                        + " metadata: {name: token, annotations: {kubernetes.io/service-account.name: default}}}",
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: more},"
                        + " roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin},"
                        + " subjects: []}",
                "{apiVersion: v1, kind: Service, metadata: {name: theirs},"
                        + " spec: {ports: [{port: 443}], externalIPs: [192.0.2.1]}}"
            })
    void changesNoBound(String object) {
        // A policy that was just made takes a moment to be enforced.
        await().untilAsserted(() -> assertThat(refusal(object)).isEqualTo(403));
    }

    @Test
    void takesNoNode() {
        assertThat(refusal(pod("true"))).isEqualTo(403);
    }

    @Test
    void readsNoSecretAndMintsNoToken() {
        KubernetesClientException secrets = catchThrowableOfType(
                KubernetesClientException.class,
                () -> owner.secrets().inNamespace(TENANT).list());
        KubernetesClientException token = catchThrowableOfType(
                KubernetesClientException.class,
                () -> owner.serviceAccounts()
                        .inNamespace(TENANT)
                        .withName("default")
                        .tokenRequest());

        assertThat(secrets).extracting(KubernetesClientException::getCode).isEqualTo(403);
        assertThat(token).extracting(KubernetesClientException::getCode).isEqualTo(403);
    }

    private static int refusal(String object) {
        var refusal = catchThrowableOfType(KubernetesClientException.class, () -> create(object));
        assertThat(refusal).as(object).isNotNull();
        return refusal.getCode();
    }

    private static void create(String object) {
        owner.resource("---\n" + object).inNamespace(TENANT).dryRun().create();
    }
}
