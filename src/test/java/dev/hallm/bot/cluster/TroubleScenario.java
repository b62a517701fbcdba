package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.failing;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static dev.hallm.bot.cluster.ClusterUnderTest.withGpus;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

        NotYet wait = eventuallyWaits(rob, "ollama: is starting");
        assertThat(wait.since())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void saysThatAnImageIsBeingPulledAndSinceWhen() {
        TenantName pia = tenant("pia");
        prepare(pia, size(Map.of("ollama", Map.of("podAnnotations", Map.of("simulation/starts-after", "8s")))));
        Pod pod = eventuallyPod(pia, "ollama");
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        report(pod, "Pulling", "Normal", "Pulling image \"ollama/ollama:0.12.6\"", began);

        NotYet wait = eventuallyWaits(pia, "ollama: image pulling");

        assertThat(wait.since()).isBetween(began.minusSeconds(2), Instant.now());
    }

    @Test
    void saysWhatNoNodeHasEnoughOf() {
        TenantName gus = tenant("gus");
        prepare(gus, withGpus(99));

        NotYet wait = eventuallyWaits(gus, "ollama: waits for a node: none of");

        assertThat(wait.why()).contains("without enough nvidia.com/gpu");
        assertThat(wait.advice()).contains("\"capacity\"", "a smaller size");
        assertThat(wait.since()).isNotNull();
    }

    @Test
    void showsInOneLineWhatWentWrong() {
        TenantName eve = tenant("eve");
        prepare(eve, failing("out-of-memory"));
        eventuallyRefused(() -> cluster.changes().stackReady(eve), "ollama: ran out of memory");

        assertThat(cluster.changes().evidence(eve))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("pod/ollama-")
                        .endsWith(": ollama ended: OOMKilled, exit code 137, started again 5 times"));
    }

    @Test
    void showsTheRefusalOfAQuota() {
        TenantName ute = tenant("ute");
        Map<String, Object> tooMuch = Map.of("cpu", "4", "memory", "1Gi");
        prepare(ute, size(Map.of("ollama", Map.of("resources", Map.of("requests", tooMuch, "limits", tooMuch)))));

        await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.changes().evidence(ute).orElse(""),
                        line -> line.startsWith("replicaset/ollama-") && line.contains("exceeded quota: user-quota"));
    }

    private NotYet eventuallyWaits(TenantName tenant, String why) {
        return (NotYet) await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.changes().stackReady(tenant),
                        answer -> answer instanceof NotYet wait && wait.why().startsWith(why));
    }

    private Pod eventuallyPod(TenantName tenant, String component) {
        return await().atMost(ofSeconds(20))
                .until(
                        () -> cluster.client().pods().inNamespace(tenant.namespace()).list().getItems().stream()
                                .filter(pod -> pod.getMetadata().getName().startsWith(component))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As a kubelet does it. */
    private void report(Pod pod, String reason, String type, String message, Instant at) {
        cluster.client()
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName() + "." + reason.toLowerCase(Locale.ROOT))
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .withUid(pod.getMetadata().getUid())
                        .withFieldPath("spec.containers{ollama}")
                        .endInvolvedObject()
                        .withReason(reason)
                        .withType(type)
                        .withMessage(message)
                        .withFirstTimestamp(at.toString())
                        .withLastTimestamp(at.toString())
                        .withCount(1)
                        .withNewSource()
                        .withComponent("kubelet")
                        .endSource()
                        .build())
                .create();
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
