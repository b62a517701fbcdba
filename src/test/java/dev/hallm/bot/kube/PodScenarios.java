package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class PodScenarios extends Scenarios {
    @Test
    void startsAPodOnANode() {
        createPod("web", "web:1", "{}");

        await().until(() -> Readiness.isPodReady(pod("web")));

        assertThat(pod("web").getStatus().getPhase()).isEqualTo("Running");
        assertThat(pod("web").getSpec().getNodeName()).isNotBlank();
        assertThat(eventsAbout("web")).extracting(Event::getReason).contains("Scheduled");
        assertThat(client.pods()
                        .inNamespace(namespace)
                        .withField("status.phase", "Running")
                        .list()
                        .getItems())
                .hasSize(1);
        assertThat(client.pods()
                        .inNamespace(namespace)
                        .withoutField("status.phase", "Running")
                        .list()
                        .getItems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "never-pulls, Pending, ImagePullBackOff, Failed, Failed to pull image: manifest unknown",
        "crash-loops, Running, CrashLoopBackOff, BackOff, Back-off restarting failed container",
        "out-of-memory, Running, CrashLoopBackOff, BackOff, Back-off restarting failed container"
    })
    void failsByTheTagOfItsImage(String tag, String phase, String waiting, String reason, String message) {
        createPod("web", "web:" + tag, "{}");

        await().until(() -> state("web").map(ContainerState::getWaiting).isPresent());

        assertThat(state("web").orElseThrow().getWaiting().getReason()).isEqualTo(waiting);
        assertThat(pod("web").getStatus().getPhase()).isEqualTo(phase);
        assertThat(Readiness.isPodReady(pod("web"))).isFalse();
        await().untilAsserted(() -> assertThat(eventsAbout("web"))
                .anyMatch(event -> event.getReason().equals(reason)
                        && event.getMessage().equals(message)
                        && event.getType().equals("Warning")));
    }

    @ParameterizedTest
    @CsvSource({"crash-loops, 1, Error", "out-of-memory, 137, OOMKilled"})
    void saysHowItEndedLast(String tag, int exitCode, String reason) {
        createPod("web", "web:" + tag, "{}");

        await().until(() -> status("web").isPresent());

        var last = status("web").orElseThrow().getLastState().getTerminated();
        assertThat(last.getExitCode()).isEqualTo(exitCode);
        assertThat(last.getReason()).isEqualTo(reason);
        assertThat(status("web").orElseThrow().getRestartCount()).isEqualTo(5);
    }

    @Test
    void runsWithoutEverBecomingReady() {
        createPod("web", "web:never-ready", "{}");

        await().until(() -> state("web").map(ContainerState::getRunning).isPresent());

        assertThat(status("web").orElseThrow().getReady()).isFalse();
        await().untilAsserted(() ->
                assertThat(eventsAbout("web")).extracting(Event::getReason).contains("Unhealthy"));
    }

    @Test
    void waitsForRoomWhenNoNodeHasTheGpusItWants() {
        createPod("web", "web:1", "{limits: {nvidia.com/gpu: \"9\"}}");

        await().until(() -> !pod("web").getStatus().getConditions().isEmpty());

        var condition = pod("web").getStatus().getConditions().getFirst();
        assertThat(condition.getReason()).isEqualTo("Unschedulable");
        assertThat(condition.getMessage()).startsWith("0/4 nodes are available: 4 Insufficient nvidia.com/gpu.");
        await().untilAsserted(() ->
                assertThat(eventsAbout("web")).extracting(Event::getReason).contains("FailedScheduling"));
    }

    @Test
    void goesToANodeWithSlicesOfAGpu() {
        createPod("web", "web:1", "{limits: {nvidia.com/mig-1g.5gb: \"2\"}}");

        await().until(() -> Readiness.isPodReady(pod("web")));

        assertThat(pod("web").getSpec().getNodeName()).isEqualTo("gpu-mig-1");
    }

    @Test
    void goesAwayWhenDeleted() {
        createPod("web", "web:1", "{}");
        await().until(() -> Readiness.isPodReady(pod("web")));

        client.pods().inNamespace(namespace).withName("web").delete();

        await().until(() -> client.pods().inNamespace(namespace).withName("web").get() == null);
    }

    private Pod pod(String name) {
        return client.pods().inNamespace(namespace).withName(name).require();
    }

    private Optional<ContainerStatus> status(String name) {
        return pod(name).getStatus().getContainerStatuses().stream().findFirst();
    }

    private Optional<ContainerState> state(String name) {
        return status(name).map(ContainerStatus::getState);
    }

    private List<Event> eventsAbout(String name) {
        return client.v1()
                .events()
                .inNamespace(namespace)
                .withField("involvedObject.name", name)
                .list()
                .getItems();
    }
}
