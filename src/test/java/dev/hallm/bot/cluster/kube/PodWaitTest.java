package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shapes are those that a kubelet and a scheduler of Kubernetes 1.36 report. */
class PodWaitTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void waitsForANodeBeforeItHasOne() {
        Pod pod = new PodBuilder(creating())
                .editSpec()
                .withNodeName(null)
                .endSpec()
                .build();

        assertThat(PodWait.of(pod, List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("waits for a node", NOON.plusSeconds(1));
        assertThat(PodWait.isTold(pod)).isFalse();
    }

    @Test
    void runsTheTimeOfAPullFromTheEventThatBeganIt() {
        List<Event> events = List.of(
                event("Normal", "Pulling", "spec.containers{main}", "Pulling image \"a:b\"", 7),
                event("Normal", "Scheduled", null, "Successfully assigned", 1));

        assertThat(PodWait.of(creating(), events))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("image pulling", NOON.plusSeconds(7));
    }

    @Test
    void pullsNoMoreOnceTheImageIsThere() {
        List<Event> events = List.of(
                event("Normal", "Pulling", "spec.containers{main}", "Pulling image \"a:b\"", 7),
                event("Normal", "Pulled", "spec.containers{main}", "Successfully pulled image \"a:b\" in 0.4s", 7));

        assertThat(PodWait.of(creating(), events).words()).isEqualTo("is being prepared on its node");
    }

    @Test
    void takesAnInitContainersPullForItsOwn() {
        List<Event> events = List.of(
                event("Normal", "Pulling", "spec.initContainers{configure}", "Pulling image \"a:b\"", 3),
                event("Normal", "Pulled", "spec.initContainers{configure}", "Successfully pulled", 5),
                event("Normal", "Pulling", "spec.containers{main}", "Pulling image \"c:d\"", 6));

        assertThat(PodWait.of(creating(), events))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("image pulling", NOON.plusSeconds(6));
    }

    @Test
    void saysThatAVolumeDoesNotCome() {
        List<Event> events = List.of(
                event("Warning", "FailedAttachVolume", null, "Multi-Attach error for volume \"pvc-1\"", 9),
                event("Normal", "Scheduled", null, "Successfully assigned", 1));

        assertThat(PodWait.of(creating(), events))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly(
                        "its volume is not there yet: Multi-Attach error for volume \"pvc-1\"", NOON.plusSeconds(9));
    }

    @Test
    void saysWhatElseKeepsANodeFromStartingIt() {
        List<Event> events = List.of(
                event("Warning", "FailedCreatePodSandBox", null, "Failed to create pod sandbox: no network", 9));

        assertThat(PodWait.of(creating(), events).words())
                .isEqualTo("its node cannot start it yet: Failed to create pod sandbox: no network");
    }

    @Test
    void isBeingPreparedWhileNothingElseIsKnown() {
        assertThat(PodWait.of(creating(), List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("is being prepared on its node", NOON.plusSeconds(2));
        assertThat(PodWait.isTold(creating())).isTrue();
    }

    @Test
    void startsUntilItsStartupProbeHasPassed() {
        assertThat(PodWait.of(running(false, since(20), null, 0), List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("is starting", NOON.plusSeconds(20));
    }

    @Test
    void runsUnreadyOnceItHasStarted() {
        assertThat(PodWait.of(running(true, since(20), null, 0), List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("runs but is not ready yet", NOON.plusSeconds(20));
    }

    @Test
    void saysThatItStartsAgainAndWhy() {
        assertThat(PodWait.of(running(false, since(20), ended("OOMKilled", 137), 1), List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("is starting again, after it ran out of memory", NOON.plusSeconds(20));
    }

    @Test
    void saysThatItHasJustEnded() {
        assertThat(PodWait.of(running(false, ended("Error", 1), null, 0), List.of()))
                .extracting(Trouble::words, Trouble::since)
                .containsExactly("ended with exit code 1 and is started again", NOON.plusSeconds(30));
    }

    @Test
    void advisesWhatToDoAboutAPullThatTakesTooLong() {
        List<Event> events = List.of(event("Normal", "Pulling", "spec.containers{main}", "Pulling image \"a:b\"", 7));

        assertThat(PodWait.of(creating(), events).advice()).contains("reach the image's registry", "then retry");
    }

    private static Pod creating() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("ollama-1")
                .withCreationTimestamp(NOON.toString())
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .withStartTime(NOON.plusSeconds(2).toString())
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("True")
                .withLastTransitionTime(NOON.plusSeconds(1).toString())
                .endCondition()
                .addNewContainerStatus()
                .withName("main")
                .withReady(false)
                .withStarted(false)
                .withNewState()
                .withNewWaiting()
                .withReason("ContainerCreating")
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static Pod running(boolean started, ContainerState state, @Nullable ContainerState last, int restarts) {
        return new PodBuilder(creating())
                .editStatus()
                .withPhase("Running")
                .editFirstContainerStatus()
                .withStarted(started)
                .withState(state)
                .withLastState(last)
                .withRestartCount(restarts)
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static ContainerState since(int seconds) {
        return new ContainerStateBuilder()
                .withNewRunning()
                .withStartedAt(NOON.plusSeconds(seconds).toString())
                .endRunning()
                .build();
    }

    private static ContainerState ended(String reason, int code) {
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withReason(reason)
                .withExitCode(code)
                .withFinishedAt(NOON.plusSeconds(30).toString())
                .endTerminated()
                .build();
    }

    static Event event(String type, String reason, @Nullable String path, String message, int seconds) {
        return new EventBuilder()
                .withNewMetadata()
                .withCreationTimestamp(NOON.plusSeconds(seconds).toString())
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("ollama-1")
                .withUid("u1")
                .withFieldPath(path)
                .endInvolvedObject()
                .withType(type)
                .withReason(reason)
                .withMessage(message)
                .withFirstTimestamp(NOON.plusSeconds(seconds).toString())
                .withLastTimestamp(NOON.plusSeconds(seconds).toString())
                .build();
    }
}
