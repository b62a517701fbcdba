package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.FakeServices;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar does its main job with the rights of {@code manifests/bot}, and whoever has them can do no more. */
@RealCluster
class RealClusterRightsIT {
    private static final Path ADMIN = Path.of(System.getenv().getOrDefault(RealCluster.KUBECONFIG, ""));
    private static final String USER = "system:serviceaccount:" + InstalledBot.NAMESPACE + ":" + InstalledBot.ACCOUNT;
    private static final String TENANT = "ha-llm-user-by-rights";
    private static final String OTHER = "ha-llm-user-of-others";
    private static final String POLICY = "ValidatingAdmissionPolicy 'hallm-bot'";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KubernetesClient admin;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KubernetesClient bot;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static String kubeconfig;

    @BeforeAll
    static void install() throws IOException {
        admin = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(ADMIN.toFile()))
                .build();
        InstalledBot.install(admin);
        admin.resource(namespace(OTHER, "baseline")).serverSideApply();
        kubeconfig = InstalledBot.kubeconfig(admin);
        bot = InstalledBot.client(kubeconfig);
        await("the policy in force")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                refusal(() -> dryRun(binding("kube-system", "hallm-tenant-bot", InstalledBot.ACCOUNT))))
                        .hasMessageContaining(POLICY));
    }

    @AfterAll
    static void clean() {
        admin.namespaces().withName(TENANT).delete();
        admin.namespaces().withName(OTHER).delete();
        bot.close();
        admin.close();
    }

    @Test
    void onboardsATenantAndAsksForNothingThatItsRolesDoNotName() throws IOException {
        Instant start = Instant.now();
        Path file = Files.writeString(folder.resolve("kubeconfig"), kubeconfig);
        try (FakeServices services = FakeServices.start();
                BotProcess process =
                        BotProcess.start(folder, file, "--hallm.kubernetes.service-address=" + services.address())) {
            process.awaitTenants();
            process.console().say("ana", "user create by-rights owner=@cy size=small");
            process.console().click("bo", "approvals", "Access request · by-rights", "Approve request");

            process.console().awaitArticle("ana", "operations", "by-rights is ready, after");

            process.console().say("ana", "user show by-rights");
            process.console().awaitArticle("ana", "private", "by-rights · active");
            process.console().say("ana", "doctor");
            process.console().say("cy", "user rotate by-rights");
            process.console().awaitArticle("cy", "private", "by-rights has new credentials");
            rollBack(process.console());
            assertThat(process.console().awaitArticle("ana", "private", "checks are fine"))
                    .doesNotContain("The bot may not");
        }
        assertThat(mayForwardPorts()).isTrue();
        assertThat(tokenOf("hallm-owner").getStatus().getToken()).isNotEmpty();
        AuditLog.of(USER).ifPresent(log -> assertLeast(log.since(start)));
        assertThat(refusal(() -> tokenOf("default")).getCode()).isEqualTo(403);
    }

    private static TokenRequest tokenOf(String account) {
        return bot.serviceAccounts().inNamespace(TENANT).withName(account).tokenRequest();
    }

    private static void rollBack(ConsoleClient console) {
        console.say("ana", "user create undone owner=@cy size=broken");
        console.click("bo", "approvals", "Access request · undone", "Approve request");
        console.awaitArticle("ana", "operations", "never-pulls");
        console.say("ana", "onboarding rollback undone confirm=undone");
        console.awaitArticle("ana", "operations", "undone was rolled back");
    }

    /** The way to a tenant's services on a cluster whose pods are real. */
    private static boolean mayForwardPorts() {
        return Stream.of("get", "create")
                .allMatch(verb -> bot.authorization()
                        .v1()
                        .selfSubjectAccessReview()
                        .create(new SelfSubjectAccessReviewBuilder()
                                .withNewSpec()
                                .withNewResourceAttributes()
                                .withNamespace(TENANT)
                                .withResource("pods")
                                .withSubresource("portforward")
                                .withVerb(verb)
                                .endResourceAttributes()
                                .endSpec()
                                .build())
                        .getStatus()
                        .getAllowed());
    }

    private static void assertLeast(AuditLog log) {
        List<PolicyRule> rules = Stream.of("hallm-bot", "hallm-tenant-bot")
                .map(name -> admin.rbac().clusterRoles().withName(name).get())
                .map(ClusterRole::getRules)
                .flatMap(List::stream)
                .toList();
        assertThat(log.entries()).hasSizeGreaterThan(20);
        assertThat(log.refusals()).isEmpty();
        assertThat(log.entries())
                .filteredOn(entry -> !entry.resource().isEmpty())
                .allMatch(entry -> rules.stream().anyMatch(rule -> names(rule, entry)));
    }

    private static boolean names(PolicyRule rule, AuditLog.Entry entry) {
        return rule.getApiGroups().contains(entry.group())
                && rule.getResources().contains(entry.resource())
                && rule.getVerbs().contains(entry.verb());
    }

    @Test
    void cannotBindItselfOutsideOfTenants() {
        KubernetesClientException refusal =
                refusal(() -> dryRun(binding("kube-system", "hallm-tenant-bot", InstalledBot.ACCOUNT)));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getMessage()).contains(POLICY, "the namespaces of tenants and its own only");
    }

    @Test
    void cannotBindAnotherRole() {
        assertThat(refusal(() -> dryRun(binding(OTHER, "cluster-admin", InstalledBot.ACCOUNT)))
                        .getCode())
                .isEqualTo(403);
    }

    @Test
    void cannotBindAnybodyElse() {
        assertThat(refusal(() -> dryRun(binding(OTHER, "hallm-tenant-bot", "somebody-else")))
                        .getMessage())
                .contains(POLICY, "nobody else");
    }

    @Test
    void cannotMakeANamespaceThatIsNoTenants() {
        assertThat(refusal(() -> dryRun(namespace("somewhere", "baseline"))).getMessage())
                .contains(POLICY);
    }

    @Test
    void cannotMakeATenantWhosePodsMayTakeTheNode() {
        assertThat(refusal(() -> dryRun(namespace("ha-llm-user-open", "privileged")))
                        .getMessage())
                .contains(POLICY, "Pod Security");
    }

    @Test
    void cannotReadASecretWhereItIsNotBound() {
        assertThat(refusal(() -> bot.secrets().inNamespace("kube-system").list())
                        .getCode())
                .isEqualTo(403);
    }

    private static HasMetadata dryRun(HasMetadata object) {
        return bot.resource(object).dryRun().create();
    }

    private static HasMetadata namespace(String name, String podSecurity) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pod-security.kubernetes.io/enforce", podSecurity)
                .endMetadata()
                .build();
    }

    private static RoleBinding binding(String namespace, String role, String account) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("by-test")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                .addNewSubject("", "ServiceAccount", account, InstalledBot.NAMESPACE)
                .build();
    }

    private static KubernetesClientException refusal(ThrowingCallable call) {
        KubernetesClientException refusal = catchThrowableOfType(KubernetesClientException.class, call);
        assertThat(refusal).as("the call should be refused").isNotNull();
        return refusal;
    }
}
