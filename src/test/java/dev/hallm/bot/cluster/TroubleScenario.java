package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.failing;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the port says of workloads that do not run. */
public abstract class TroubleScenario extends ClusterScenario {
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

    private String troubleOf(TenantName tenant) {
        return cluster.tenants().find(tenant).stream()
                .flatMap(seen -> seen.workloads().stream())
                .map(Tenant.Workload::trouble)
                .reduce("", String::concat);
    }
}
