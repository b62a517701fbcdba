package dev.hallm.bot.cluster.kube;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TenantIndexTest {
    private static final TenantName JANE = new TenantName("jane");
    static final ClusterHealth HEALTHY = new ClusterHealth() {
        @Override
        public Duration staleness() {
            return ZERO;
        }

        @Override
        public boolean synced() {
            return true;
        }

        @Override
        public String address() {
            return "https://kubernetes.test";
        }
    };

    static final BiFunction<Deployment, Interner, WorkloadFacts> DEPLOYMENT = WorkloadFacts::of;

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final TenantIndex index = new TenantIndex(HEALTHY, clock);
    private final NodeLoads nodes = new NodeLoads();
    private final PodProjection pods = new PodProjection(index, nodes);
    private final Projection<Deployment> deployments = index.projection(state -> state.deployments, DEPLOYMENT);

    @Test
    void readsOwnerSizeAndPhaseFromTheNamespace() {
        index.namespaces().put(Sample.namespace("jane"));

        Tenant jane = index.find(JANE).orElseThrow();

        assertThat(jane.phase()).isEqualTo(TenantPhase.ACTIVE);
        assertThat(jane.ownedBy()).contains(ChatAccount.parse("console:local/jane"));
        assertThat(jane.size()).isEqualTo("small");
    }

    @Test
    void takesANamespaceWithoutLabelsForUnmanaged() {
        var byHand = Sample.namespace("jane");
        byHand.getMetadata().setLabels(null);
        byHand.getMetadata().setAnnotations(null);

        index.namespaces().put(byHand);

        assertThat(index.find(JANE).orElseThrow().phase()).isEqualTo(TenantPhase.UNMANAGED);
    }

    @Test
    void leavesOutNamespacesThatAreNoTenants() {
        var other = Sample.namespace("jane");
        other.getMetadata().setName("kube-system");

        index.namespaces().put(other);

        assertThat(index.all()).isEmpty();
    }

    @Test
    void keepsWhatComesBeforeTheNamespace() {
        deployments.put(Sample.deployment("jane", "ollama", 1));
        assertThat(index.find(JANE)).isEmpty();

        index.namespaces().put(Sample.namespace("jane"));

        assertThat(index.find(JANE).orElseThrow().workloads())
                .containsExactly(new Tenant.Workload("Deployment", "ollama", 1, 1, ""));
    }

    @Test
    void forgetsATenantWithItsNamespace() {
        index.namespaces().put(Sample.namespace("jane"));

        index.namespaces().remove(new ObjectKey("", JANE.namespace()));

        assertThat(index.find(JANE)).isEmpty();
        assertThat(index.all()).isEmpty();
    }

    @Test
    void listsTenantsByName() {
        for (String name : new String[] {"mia", "bob", "jane"}) {
            index.namespaces().put(Sample.namespace(name));
        }

        assertThat(index.all()).extracting(tenant -> tenant.name().value()).containsExactly("bob", "jane", "mia");
    }

    @Test
    void givesTheSameTenantUntilItChanges() {
        index.namespaces().put(Sample.namespace("jane"));
        Tenant first = index.find(JANE).orElseThrow();
        assertThat(index.find(JANE)).containsSame(first);

        deployments.put(Sample.deployment("jane", "ollama", 1));

        assertThat(index.find(JANE).orElseThrow().workloads()).hasSize(1);
    }

    @Test
    void takesTheTighterOfTwoQuotas() {
        index.namespaces().put(Sample.namespace("jane"));
        var quotas = index.projection(state -> state.quotas, QuotaFacts::of);
        quotas.put(Sample.quota("jane", "user-quota", "1", "4"));
        quotas.put(Sample.quota("jane", "second", "1", "2"));

        assertThat(index.find(JANE).orElseThrow().use("requests.cpu"))
                .contains(new QuotaUse(Quantity.of(1), Quantity.of(2)));
    }

    @Test
    void saysWhatKeepsAWorkloadFromBeingReady() {
        index.namespaces().put(Sample.namespace("jane"));
        deployments.put(Sample.deployment("jane", "ollama", 0));
        pods.put(Sample.failing("jane", "ollama", "ImagePullBackOff"));

        assertThat(troubleOfJane()).contains("cannot be pulled");
    }

    @Test
    void givesAPodTwoMinutesToBecomeReady() {
        index.namespaces().put(Sample.namespace("jane"));
        deployments.put(Sample.deployment("jane", "ollama", 0));
        pods.put(Sample.unready("jane", "ollama", now));
        assertThat(troubleOfJane()).isEmpty();

        now = now.plus(Duration.ofMinutes(2));

        assertThat(troubleOfJane()).isEqualTo("runs but has not become ready");
    }

    private String troubleOfJane() {
        return index.find(JANE).orElseThrow().workloads().getFirst().trouble();
    }

    @Test
    void sumsWhatPodsTakeOfTheirNode() {
        pods.put(Sample.pod("jane", "ollama"));
        pods.put(Sample.pod("bob", "ollama"));
        Pod finished = Sample.pod("mia", "ollama");
        finished.getStatus().setPhase("Succeeded");
        pods.put(finished);

        pods.remove(new ObjectKey("ha-llm-user-bob", "ollama-5d9c-bob"));

        assertThat(nodes.of("node-1"))
                .containsEntry("cpu", Quantity.parse("700m"))
                .containsEntry("pods", Quantity.of(1));
    }

    @Test
    void remembersTheKeysOfWhatItHolds() {
        pods.put(Sample.pod("jane", "ollama"));
        deployments.put(Sample.deployment("jane", "ollama", 1));

        assertThat(pods.keys()).containsExactly(new ObjectKey("ha-llm-user-jane", "ollama-5d9c-jane"));
        assertThat(deployments.keys()).containsExactly(new ObjectKey("ha-llm-user-jane", "ollama"));
    }
}
