package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a roll back takes away, and what it leaves alone. */
public abstract class RemovalScenario extends ClusterScenario {
    private static final String ONBOARDING = "o1";

    /** What the onboarding says it made, as its first step wrote it down. */
    private Ownership begin(TenantName tenant, String onboarding) {
        Done done = (Done) await().atMost(ofSeconds(30))
                .until(
                        () -> cluster.changes().ensureNamespace(tenant, ANA, size(), onboarding),
                        Done.class::isInstance);
        return new Ownership(onboarding, done.made());
    }

    private void rollBack(TenantName tenant, Ownership ownership) {
        eventuallyDone(() -> cluster.changes().removeStack(tenant, ownership));
        eventuallyDone(() -> cluster.changes().removePlatformObjects(tenant, ownership));
        eventuallyDone(() -> cluster.changes().removeNamespace(tenant, ownership));
    }

    private Namespace namespace(TenantName tenant) {
        return cluster.client().namespaces().withName(tenant.namespace()).get();
    }

    @Test
    void takesEverythingAwayThatTheOnboardingMade() {
        TenantName una = tenant("una");
        Ownership ownership = begin(una, ONBOARDING);
        prepare(una, size());
        eventuallyDone(() -> cluster.changes().ensureIngressLogin(una));

        rollBack(una, ownership);

        assertThat(namespace(una)).isNull();
    }

    @Test
    void endsInTheSameStateWhereverItIsRepeated() {
        TenantName ute = tenant("ute");
        Ownership ownership = begin(ute, ONBOARDING);
        prepare(ute, size());
        cluster.changes().removeNamespace(ute, ownership);

        rollBack(ute, ownership);
        rollBack(ute, ownership);

        assertThat(namespace(ute)).isNull();
    }

    @Test
    void uninstallsAReleaseWhoseInstallationWasKilled() {
        TenantName uma = tenant("uma");
        Ownership ownership = begin(uma, ONBOARDING);
        prepare(uma, size());
        relabel(uma, "pending-install");

        eventuallyDone(() -> cluster.changes().removeStack(uma, ownership));

        assertThat(releaseStates(uma)).isEmpty();
        assertThat(cluster.client()
                        .apps()
                        .deployments()
                        .inNamespace(uma.namespace())
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void endsAnUninstallationThatWasKilled() {
        TenantName uwe = tenant("uwe");
        Ownership ownership = begin(uwe, ONBOARDING);
        prepare(uwe, size());
        relabel(uwe, "uninstalling");

        eventuallyDone(() -> cluster.changes().removeStack(uwe, ownership));

        assertThat(releaseStates(uwe)).isEmpty();
    }

    private void relabel(TenantName tenant, String status) {
        var secret = secret(tenant, "sh.helm.release.v1." + tenant.release() + ".v1");
        HelmRevisions.rewrite(secret, status);
        cluster.client().resource(secret).update();
    }

    @Test
    void takesTheBoundsAwayThatItBroughtIntoANamespaceOfBefore() {
        TenantName uli = tenant("uli");
        begin(uli, "earlier");
        Ownership ownership = begin(uli, ONBOARDING);
        eventuallyDone(() -> cluster.changes().applyQuota(uli, size()));

        rollBack(uli, ownership);

        var policies = cluster.client().network().v1().networkPolicies().inNamespace(uli.namespace());
        assertThat(policies.list().getItems()).isEmpty();
        assertThat(namespace(uli)).isNotNull();
    }

    @Test
    void keepsANamespaceThatWasThereBeforeWithWhatWasInIt() {
        TenantName udo = tenant("udo");
        begin(udo, "earlier");
        eventuallyDone(() -> cluster.changes().applyQuota(udo, size()));
        Ownership ownership = begin(udo, ONBOARDING);
        assertThat(ownership.made()).extracting(Made::thing).containsExactly(Thing.RELEASE, Thing.INGRESS_LOGIN);
        eventuallyDone(() -> cluster.changes().installStack(udo, size(), false));
        eventuallyDone(() -> cluster.changes().stackReady(udo));
        eventuallyDone(() -> cluster.changes().secureFirstLogin(udo));
        eventuallyDone(() -> cluster.changes().ensureIngressLogin(udo));

        rollBack(udo, ownership);

        assertThat(namespace(udo).getMetadata().getDeletionTimestamp()).isNull();
        assertThat(releaseStates(udo)).isEmpty();
        assertThat(cluster.changes().ingressLogin(udo)).isEmpty();
        assertThat(cluster.changes().firstLogin(udo)).isEmpty();
        assertThat(cluster.client()
                        .resourceQuotas()
                        .inNamespace(udo.namespace())
                        .withName("user-quota")
                        .get())
                .isNotNull();
    }

    @Test
    void keepsANamespaceThatSomebodyMadeAnewWithTheSameMark() {
        TenantName uli = tenant("uli");
        Ownership ownership = begin(uli, ONBOARDING);
        cluster.client().namespaces().withName(uli.namespace()).delete();
        await().atMost(ofSeconds(40)).until(() -> namespace(uli) == null);
        begin(uli, ONBOARDING);

        rollBack(uli, ownership);

        assertThat(namespace(uli).getMetadata().getDeletionTimestamp()).isNull();
    }

    @Test
    void takesAwayANamespaceThatNobodyHadTimeToWriteDown() {
        TenantName ulf = tenant("ulf");
        begin(ulf, ONBOARDING);

        rollBack(ulf, new Ownership(ONBOARDING, List.of()));

        assertThat(namespace(ulf)).isNull();
    }

    @Test
    void saysWhatANamespaceWaitsForThatDoesNotGo() {
        TenantName urs = tenant("urs");
        Ownership ownership = begin(urs, ONBOARDING);
        var held = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(urs.namespace())
                .withName("held")
                .withFinalizers("example.com/hold")
                .endMetadata()
                .build();
        cluster.client().resource(held).create();
        try {
            await().atMost(ofSeconds(30))
                    .until(
                            () -> cluster.changes().removeNamespace(urs, ownership),
                            answer ->
                                    answer instanceof NotYet wait && wait.why().contains("still being deleted"));
        } finally {
            cluster.client().resource(held).edit(map -> {
                map.getMetadata().setFinalizers(List.of());
                return map;
            });
        }

        eventuallyDone(() -> cluster.changes().removeNamespace(urs, ownership));
    }

    @Test
    void marksOnlyWhatItMakes() {
        TenantName uta = tenant("uta");
        begin(uta, "earlier");

        begin(uta, ONBOARDING);

        assertThat(namespace(uta).getMetadata().getAnnotations()).containsEntry("hallm.dev/onboarding", "earlier");
        eventuallyDone(() -> cluster.changes().markPhase(uta, TenantPhase.ACTIVE));
    }
}
