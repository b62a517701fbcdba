package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static dev.hallm.bot.cluster.ClusterUnderTest.withGpu;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the acceptance test sees of the cluster. */
public abstract class ChecksScenario extends ClusterScenario {
    private TenantName made(String word, StackSize size) {
        TenantName tenant = tenant(word);
        prepare(tenant, size);
        eventuallyDone(() -> cluster.changes().stackReady(tenant));
        return tenant;
    }

    private TenantName withNamespace(String word) {
        TenantName tenant = tenant(word);
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ClusterUnderTest.ANA, withGpu(), "o1"));
        return tenant;
    }

    private Finding found(Check check, TenantName tenant, StackSize size) {
        List<Finding> findings = check == Check.DNS || check == Check.CERTIFICATE
                ? cluster.checks().outside(tenant)
                : cluster.checks().inside(tenant, size);
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsATenantThatIsWell() {
        TenantName gil = made("gil", withGpu());

        assertThat(cluster.checks().inside(gil, withGpu()))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.OK));
        assertThat(found(Check.GPU, gil, withGpu()).evidence()).startsWith("1 nvidia.com/gpu on gpu-");
        assertThat(found(Check.ISOLATION, gil, withGpu()).evidence()).isEqualTo("4 network policies as applied");
    }

    @Test
    void looksForNoGpuWhereNoneIsGranted() {
        TenantName ann = tenant("ann");

        assertThat(found(Check.GPU, ann, ClusterUnderTest.size()).state()).isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void missesAGpuThatTheStackDoesNotHave() {
        TenantName lou = made("lou", ClusterUnderTest.size());

        assertThat(found(Check.GPU, lou, withGpu()))
                .returns(State.FAILED, Finding::state)
                .extracting(Finding::evidence)
                .asString()
                .contains("0 nvidia.com/gpu", "but 1 were asked for");
    }

    @Test
    void seesWhatIsWrongWithTheIsolation() {
        TenantName max = made("max", ClusterUnderTest.size());
        var policies = cluster.client().network().v1().networkPolicies().inNamespace(max.namespace());

        policies.withName("user-network")
                .edit(policy -> policy.edit()
                        .editSpec()
                        .withEgress(
                                List.of(new io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule()))
                        .endSpec()
                        .build());
        policies.withName("ollama").delete();
        policies.resource(new NetworkPolicyBuilder()
                        .withNewMetadata()
                        .withName("open")
                        .endMetadata()
                        .withNewSpec()
                        .withNewPodSelector()
                        .endPodSelector()
                        .withPolicyTypes("Ingress")
                        .endSpec()
                        .build())
                .create();

        assertThat(found(Check.ISOLATION, max, ClusterUnderTest.size()))
                .isEqualTo(new Finding(
                        Check.ISOLATION,
                        State.FAILED,
                        "ollama is missing; open is not the bot's and may open what the others close;"
                                + " user-network was changed"));
    }

    @Test
    void saysThatNothingRuns() {
        TenantName sky = withNamespace("sky");

        assertThat(found(Check.GPU, sky, withGpu()))
                .isEqualTo(new Finding(Check.GPU, State.FAILED, "no pod of Ollama runs"));
    }

    @Test
    void needsNoCertificateWithoutAnIssuer() {
        assertThat(found(Check.CERTIFICATE, withNamespace("kim"), ClusterUnderTest.size()))
                .isEqualTo(new Finding(
                        Check.CERTIFICATE, State.NOT_APPLICABLE, "platform.values names no ingress.clusterIssuer"));
    }

    @Test
    void waitsForNamesThatTheDnsDoesNotKnow() {
        TenantName eli = withNamespace("eli");

        Finding finding = await().atMost(ofSeconds(20))
                .until(() -> found(Check.DNS, eli, ClusterUnderTest.size()), found -> found.state() == State.PENDING);

        assertThat(finding.evidence()).contains("ha." + eli + ".example.com has no address yet");
    }

    @Test
    void waitsForNothingOfATenantThatIsGone() {
        TenantName jim = tenant("jim");

        assertThat(cluster.checks().outside(jim))
                .allSatisfy(finding -> assertThat(finding)
                        .returns(State.NOT_APPLICABLE, Finding::state)
                        .returns("the namespace " + jim.namespace() + " is gone", Finding::evidence));
    }
}
