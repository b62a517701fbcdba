package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the port makes of releases that Helm left behind. */
public abstract class ReleaseScenario extends ClusterScenario {
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
        eventuallyDone(() -> cluster.changes().ensureNamespace(odd, ANA, size(), "o1"));

        ClusterAnswer answer = cluster.changes().installStack(odd, size(Map.of("olama", Map.of("tag", "1"))), false);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why()).contains("additional properties 'olama' not allowed"));
    }

    /** As a killed call leaves it: in the label and in the payload. */
    private void rewriteStatus(TenantName tenant, int revision, String status) {
        Secret secret = secret(tenant, "sh.helm.release.v1." + tenant.release() + ".v" + revision);
        HelmRevisions.rewrite(secret, status);
        cluster.client().resource(secret).update();
    }
}
