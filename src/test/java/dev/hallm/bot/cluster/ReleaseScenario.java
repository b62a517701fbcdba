package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
