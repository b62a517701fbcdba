package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.BO;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static dev.hallm.bot.cluster.ClusterUnderTest.withGpu;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the port promises on the way to an active tenant. */
public abstract class OnboardingScenario extends ClusterScenario {
    @Test
    void onboardsATenantAndARepeatChangesNothing() {
        TenantName jane = tenant("jane");
        onboard(jane);
        String password = cluster.changes().ingressLogin(jane).orElseThrow().password();
        String hash = secret(jane, "ingress-basic-auth").getData().get("auth");

        onboard(jane);

        assertThat(cluster.changes().ingressLogin(jane).orElseThrow().password())
                .isEqualTo(password);
        assertThat(secret(jane, "ingress-basic-auth").getData().get("auth")).isEqualTo(hash);
        assertThat(releaseStates(jane)).containsOnlyOnce("deployed");
    }

    private void onboard(TenantName tenant) {
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ANA, size(), "o1"));
        eventuallyDone(() -> cluster.changes().applyQuota(tenant, size()));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size(), false));
        eventuallyDone(() -> cluster.changes().stackReady(tenant));
        eventuallyDone(() -> cluster.changes().secureFirstLogin(tenant));
        eventuallyDone(() -> cluster.changes().ensureIngressLogin(tenant));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size(), true));
        eventuallyDone(() -> cluster.changes().markPhase(tenant, TenantPhase.ACTIVE));
    }

    @Test
    void keepsTheFirstLoginOfHomeAssistantUntilItIsForgotten() {
        TenantName fay = tenant("fay");
        onboard(fay);
        FirstLogin login = cluster.changes().firstLogin(fay).orElseThrow();
        assertThat(login.user()).isEqualTo(fay.value());
        assertThat(login.password()).hasSizeGreaterThan(20);
        assertThat(login.toString()).doesNotContain(login.password());
        assertThat(secret(fay, "home-assistant-first-login").getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/managed-by", "hallm")
                .containsEntry("hallm.dev/tenant", fay.value());

        eventuallyDone(() -> cluster.changes().forgetFirstLogin(fay));
        eventuallyDone(() -> cluster.changes().forgetFirstLogin(fay));

        assertThat(cluster.changes().firstLogin(fay)).isEmpty();
        assertThat(secret(fay, "home-assistant-first-login")).isNull();
    }

    @Test
    void keepsTheFirstLoginOfALaterOnboarding() {
        TenantName flo = tenant("flo");
        onboard(flo);

        eventuallyDone(
                () -> cluster.changes().forgetFirstLogin(flo, Instant.now().minus(Duration.ofHours(1))));
        assertThat(cluster.changes().firstLogin(flo)).isPresent();

        eventuallyDone(() -> cluster.changes().forgetFirstLogin(flo, Instant.now()));
        assertThat(cluster.changes().firstLogin(flo)).isEmpty();
    }

    @Test
    void keepsNoFirstLoginOfATenantThatIsNotThere() {
        TenantName nobody = tenant("nobody");

        assertThat(cluster.changes().secureFirstLogin(nobody)).isInstanceOf(Refused.class);
        assertThat(cluster.changes().firstLogin(nobody)).isEmpty();
        assertThat(cluster.changes().forgetFirstLogin(nobody)).isEqualTo(new Done());
    }

    @Test
    void closesTheNetworkAndBindsItselfBeforeAnythingRuns() {
        TenantName noa = tenant("noa");
        eventuallyDone(() -> cluster.changes().ensureNamespace(noa, ANA, size(), "o1"));

        eventuallyDone(() -> cluster.changes().applyQuota(noa, size()));

        var policies = cluster.client().network().v1().networkPolicies().inNamespace(noa.namespace());
        assertThat(policies.list().getItems())
                .extracting(policy -> policy.getMetadata().getName())
                .containsExactlyInAnyOrder("user-network", "home-assistant", "ollama", "certificate-solver");
        assertThat(policies.list().getItems())
                .allSatisfy(policy -> assertThat(policy.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/managed-by", "hallm"));
        assertThat(policies.withName("home-assistant")
                        .get()
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels())
                .containsEntry("app.kubernetes.io/instance", noa.release());
        assertThat(cluster.client()
                        .rbac()
                        .roleBindings()
                        .inNamespace(noa.namespace())
                        .withName("hallm-bot")
                        .get()
                        .getRoleRef()
                        .getName())
                .isEqualTo("hallm-tenant-bot");
    }

    @Test
    void showsAnOnboardedTenantInTheIndex() {
        TenantName mia = tenant("mia");

        onboard(mia);

        Tenant seen = await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.tenants().find(mia),
                        found -> found.filter(OnboardingScenario::isComplete).isPresent())
                .orElseThrow();
        assertThat(seen.ownedBy()).contains(ANA);
        assertThat(seen.size()).isEqualTo("small");
        assertThat(seen.lastActivity()).isNotNull();
        assertThat(seen.use("requests.cpu").orElseThrow().hard()).isEqualTo(Quantity.parse("1"));
        assertThat(seen.use("requests.nvidia.com/mig-1g.5gb").orElseThrow().hard())
                .isEqualTo(Quantity.ZERO);
        assertThat(seen.workloads())
                .containsExactly(
                        new Tenant.Workload("Deployment", "home-assistant", 1, 1, ""),
                        new Tenant.Workload("Deployment", "ollama", 1, 1, ""));
        assertThat(seen.endpoints())
                .extracting(Tenant.Endpoint::url)
                .contains(URI.create("http://ha." + mia + ".example.com"));
        assertThat(cluster.tenants().all()).extracting(Tenant::name).contains(mia);
    }

    private static boolean isComplete(Tenant tenant) {
        return tenant.phase() == TenantPhase.ACTIVE
                && tenant.volumes().stream()
                                .filter(volume -> volume.phase().equals("Bound"))
                                .count()
                        == 2
                && tenant.endpoints().size() == 2
                && tenant.workloads().stream()
                                .filter(workload -> workload.ready() == 1)
                                .count()
                        == 2
                && isCounted(tenant);
    }

    /** A real quota controller may count one of two pods minutes late, so any use will do. */
    private static boolean isCounted(Tenant tenant) {
        return tenant.use("requests.cpu").filter(use -> !use.used().isZero()).isPresent();
    }

    @Test
    void fetchesDetailsInTime() {
        TenantName tom = tenant("tom");
        onboard(tom);

        TenantDetails.Details details = cluster.details().fetch(tom, ofSeconds(2));

        assertThat(details.late()).isEmpty();
        assertThat(details.release().orElseThrow().chart()).isEqualTo("ha-llm-stack-0.1.0");
        assertThat(details.release().orElseThrow().status()).isEqualTo("deployed");
        assertThat(details.events()).isNotEmpty();
    }

    @Test
    void namesWhatDidNotComeInTime() {
        TenantDetails.Details details = cluster.details().fetch(tenant("late"), ofSeconds(0));

        assertThat(details.late()).containsExactly("events", "certificates", "the release");
    }

    @Test
    void keepsTheActivePhaseWhenTheNamespaceIsEnsuredAgain() {
        TenantName pat = tenant("pat");
        eventuallyDone(() -> cluster.changes().ensureNamespace(pat, ANA, size(), "o1"));
        eventuallyDone(() -> cluster.changes().markPhase(pat, TenantPhase.ACTIVE));

        eventuallyDone(() -> cluster.changes().ensureNamespace(pat, ANA, size(), "o1"));

        Map<String, String> labels = cluster.client()
                .namespaces()
                .withName(pat.namespace())
                .get()
                .getMetadata()
                .getLabels();
        assertThat(labels)
                .containsEntry("hallm.dev/phase", "active")
                .containsEntry("user-namespace", "true")
                .containsEntry("pod-security.kubernetes.io/enforce", "baseline");
    }

    @Test
    void leavesSomebodyElsesNamespaceAlone() {
        TenantName sam = tenant("sam");
        eventuallyDone(() -> cluster.changes().ensureNamespace(sam, ANA, size(), "o1"));

        ClusterAnswer answer = cluster.changes().ensureNamespace(sam, BO, size(), "o1");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).contains("belongs to somebody else"));
    }

    @Test
    void seesATenantMadeByHandAndDoesNotTakeIt() {
        TenantName hand = tenant("hand");
        cluster.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(hand.namespace())
                        .endMetadata()
                        .build())
                .create();
        await().atMost(ofSeconds(10)).until(() -> cluster.tenants().find(hand).isPresent());

        ClusterAnswer answer = cluster.changes().ensureNamespace(hand, ANA, size(), "o1");

        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(cluster.tenants().find(hand).orElseThrow().phase()).isEqualTo(TenantPhase.UNMANAGED);
    }

    @Test
    void forgetsATenantWhoseNamespaceIsGone() {
        TenantName gone = tenant("gone");
        eventuallyDone(() -> cluster.changes().ensureNamespace(gone, ANA, size(), "o1"));
        await().atMost(ofSeconds(10)).until(() -> cluster.tenants().find(gone).isPresent());

        cluster.client().namespaces().withName(gone.namespace()).delete();

        await().atMost(ofSeconds(40)).until(() -> cluster.tenants().find(gone).isEmpty());
        assertThat(cluster.changes().markPhase(gone, TenantPhase.ACTIVE)).isInstanceOf(Refused.class);
    }

    @Test
    void knowsTheNodesAndTheirGpus() {
        assertThat(cluster.capacity().gpuResources())
                .startsWith("nvidia.com/gpu")
                .contains("nvidia.com/mig-1g.5gb");
        assertThat(cluster.capacity().nodes())
                .filteredOn(node -> node.name().equals("gpu-dedicated-1"))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.ready()).isTrue();
                    assertThat(node.allocatable()).containsEntry("nvidia.com/gpu", Quantity.of(4));
                });
    }

    @Test
    void countsAGpuThatATenantTakes() {
        TenantName gus = tenant("gus");
        long before = gpusTaken();
        prepare(gus, withGpu());

        eventuallyDone(() -> cluster.changes().stackReady(gus));

        await().atMost(ofSeconds(10)).until(() -> gpusTaken() == before + 1);
    }

    private long gpusTaken() {
        return cluster.capacity().nodes().stream()
                .map(node -> node.allocated().getOrDefault("nvidia.com/gpu", Quantity.ZERO))
                .mapToLong(taken -> taken.amount().longValueExact())
                .sum();
    }
}
