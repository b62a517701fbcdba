package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.BO;
import static dev.hallm.bot.cluster.ClusterUnderTest.failing;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static dev.hallm.bot.cluster.ClusterUnderTest.withGpu;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the port promises, on whichever API server a subclass names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TenantClusterScenario {
    protected ClusterUnderTest cluster;

    /** A kubeconfig's text. */
    protected abstract String kubeconfig();

    @BeforeAll
    void connect() {
        cluster = new ClusterUnderTest(kubeconfig());
        await().atMost(ofSeconds(30)).until(() -> cluster.health().synced());
    }

    @AfterAll
    void disconnect() {
        ClusterUnderTest.deleteTenants(cluster.client());
        cluster.close();
    }

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
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ANA, size()));
        eventuallyDone(() -> cluster.changes().applyQuota(tenant, size()));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size(), false));
        eventuallyDone(() -> cluster.changes().stackReady(tenant));
        eventuallyDone(() -> cluster.changes().ensureIngressLogin(tenant));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size(), true));
        eventuallyDone(() -> cluster.changes().markPhase(tenant, TenantPhase.ACTIVE));
    }

    @Test
    void showsAnOnboardedTenantInTheIndex() {
        TenantName mia = tenant("mia");

        onboard(mia);

        Tenant seen = await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.tenants().find(mia),
                        found -> found.filter(TenantClusterScenario::isComplete).isPresent())
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
        assertThat(cluster.tenants().all()).contains(seen);
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
                && tenant.use("requests.cpu")
                        .filter(use -> use.used().equals(Quantity.parse("900m")))
                        .isPresent();
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
        eventuallyDone(() -> cluster.changes().ensureNamespace(pat, ANA, size()));
        eventuallyDone(() -> cluster.changes().markPhase(pat, TenantPhase.ACTIVE));

        eventuallyDone(() -> cluster.changes().ensureNamespace(pat, ANA, size()));

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
        eventuallyDone(() -> cluster.changes().ensureNamespace(sam, ANA, size()));

        ClusterAnswer answer = cluster.changes().ensureNamespace(sam, BO, size());

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

        ClusterAnswer answer = cluster.changes().ensureNamespace(hand, ANA, size());

        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(cluster.tenants().find(hand).orElseThrow().phase()).isEqualTo(TenantPhase.UNMANAGED);
    }

    @Test
    void forgetsATenantWhoseNamespaceIsGone() {
        TenantName gone = tenant("gone");
        eventuallyDone(() -> cluster.changes().ensureNamespace(gone, ANA, size()));
        await().atMost(ofSeconds(10)).until(() -> cluster.tenants().find(gone).isPresent());

        cluster.client().namespaces().withName(gone.namespace()).delete();

        await().atMost(ofSeconds(40)).until(() -> cluster.tenants().find(gone).isEmpty());
        assertThat(cluster.changes().markPhase(gone, TenantPhase.ACTIVE)).isInstanceOf(Refused.class);
    }

    @Test
    void saysWhyAnImageCannotBePulledAndComesThroughOnceItCan() {
        TenantName ned = tenant("ned");
        prepare(ned, failing("never-pulls"));
        eventuallyRefused(() -> cluster.changes().stackReady(ned), "ollama: the image ollama/ollama:never-pulls");
        await().atMost(ofSeconds(10)).until(() -> troubleOf(ned).contains("tag never-pulls does not exist"));

        eventuallyDone(() -> cluster.changes().restartFailedPods(ned));
        eventuallyDone(() -> cluster.changes().installStack(ned, size(), false));

        eventuallyDone(() -> cluster.changes().stackReady(ned));
        await().atMost(ofSeconds(10)).until(() -> troubleOf(ned).isEmpty());
    }

    @Test
    void saysThatAContainerCrashes() {
        TenantName cat = tenant("cat");
        prepare(cat, failing("crash-loops"));

        eventuallyRefused(() -> cluster.changes().stackReady(cat), "ollama: crashes again and again (exit code 1)");
    }

    @Test
    void saysThatAContainerRanOutOfMemory() {
        TenantName max = tenant("max");
        prepare(max, failing("out-of-memory"));

        eventuallyRefused(() -> cluster.changes().stackReady(max), "ollama: ran out of memory (limit 5.6 GiB)");
    }

    @Test
    void waitsForAWorkloadThatIsNotReady() {
        TenantName rob = tenant("rob");
        prepare(rob, failing("never-ready"));

        await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.changes().stackReady(rob),
                        new NotYet("ollama: runs but is not ready yet")::equals);
    }

    @Test
    void saysThatTheQuotaHasNoRoom() {
        TenantName big = tenant("big");
        Map<String, Object> tooMuch = Map.of("cpu", "4", "memory", "1Gi");
        prepare(big, size(Map.of("ollama", Map.of("resources", Map.of("requests", tooMuch, "limits", tooMuch)))));

        eventuallyRefused(() -> cluster.changes().stackReady(big), "the quota user-quota has no room");
    }

    @Test
    void recoversAReleaseThatAKilledInstallationLeftPending() {
        TenantName kim = tenant("kim");
        prepare(kim, size());
        rewriteStatus(kim, 1, "pending-install");

        eventuallyDone(() -> cluster.changes().installStack(kim, size(), false));

        assertThat(releaseStates(kim)).containsExactly("deployed");
        eventuallyDone(() -> cluster.changes().stackReady(kim));
    }

    @Test
    void recoversAReleaseThatAKilledUpgradeLeftPending() {
        TenantName lea = tenant("lea");
        prepare(lea, size());
        eventuallyDone(() -> cluster.changes().installStack(lea, size(), false));
        rewriteStatus(lea, 1, "deployed");
        rewriteStatus(lea, 2, "pending-upgrade");

        eventuallyDone(() -> cluster.changes().installStack(lea, size(), true));

        assertThat(releaseStates(lea)).containsExactly("superseded", "deployed");
    }

    @Test
    void keepsFiveRevisions() {
        TenantName joy = tenant("joy");
        prepare(joy, size());

        for (int upgrade = 0; upgrade < 6; upgrade++) {
            eventuallyDone(() -> cluster.changes().installStack(joy, size(), false));
        }

        assertThat(releaseStates(joy)).hasSize(5).endsWith("deployed");
    }

    @Test
    void saysWhatTheChartRefuses() {
        TenantName odd = tenant("odd");
        eventuallyDone(() -> cluster.changes().ensureNamespace(odd, ANA, size()));

        ClusterAnswer answer = cluster.changes().installStack(odd, size(Map.of("olama", Map.of("tag", "1"))), false);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why()).contains("additional properties 'olama' not allowed"));
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

    private void prepare(TenantName tenant, StackSize size) {
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ANA, size));
        eventuallyDone(() -> cluster.changes().applyQuota(tenant, size));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size, false));
    }

    private String troubleOf(TenantName tenant) {
        return cluster.tenants().find(tenant).stream()
                .flatMap(seen -> seen.workloads().stream())
                .map(Tenant.Workload::trouble)
                .reduce("", String::concat);
    }

    private static void eventuallyDone(Supplier<ClusterAnswer> change) {
        await().atMost(ofSeconds(30)).until(change::get, new Done()::equals);
    }

    private static void eventuallyRefused(Supplier<ClusterAnswer> change, String why) {
        await().atMost(ofSeconds(30))
                .until(
                        change::get,
                        answer -> answer instanceof Refused refused
                                && refused.why().contains(why));
    }

    private Secret secret(TenantName tenant, String name) {
        return cluster.client()
                .secrets()
                .inNamespace(tenant.namespace())
                .withName(name)
                .get();
    }

    private List<String> releaseStates(TenantName tenant) {
        return cluster
                .client()
                .secrets()
                .inNamespace(tenant.namespace())
                .withLabel("owner", "helm")
                .list()
                .getItems()
                .stream()
                .map(secret -> secret.getMetadata().getLabels())
                .sorted((one, other) ->
                        Integer.compare(Integer.parseInt(one.get("version")), Integer.parseInt(other.get("version"))))
                .map(labels -> labels.get("status"))
                .toList();
    }

    /** As a killed call leaves it: in the label and in the payload. */
    private void rewriteStatus(TenantName tenant, int revision, String status) {
        Secret secret = secret(tenant, "sh.helm.release.v1." + tenant.release() + ".v" + revision);
        String before = secret.getMetadata().getLabels().put("status", status);
        String payload = unpacked(Objects.requireNonNull(secret.getData().get("release")));
        String changed = payload.replace("\"status\":\"" + before + "\"", "\"status\":\"" + status + "\"");
        secret.getData().put("release", packed(changed));
        cluster.client().resource(secret).update();
    }

    private static String unpacked(String release) {
        byte[] zipped = Base64.getDecoder().decode(Base64.getDecoder().decode(release));
        try (var json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String packed(String json) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Base64.getEncoder().encodeToString(Base64.getEncoder().encode(zipped.toByteArray()));
    }
}
