package dev.hallm.bot.cluster.kube;

import static dev.hallm.bot.cluster.kube.PodWaitTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Event PULL = event(
            "Warning",
            "Failed",
            "spec.containers{main}",
            "Failed to pull image \"a:b\": rpc error: code = NotFound desc = a:b: not found",
            5);

    @Test
    void showsHowAContainerEnded() {
        Pod pod = pod("CrashLoopBackOff");
        pod.getStatus()
                .getContainerStatuses()
                .set(
                        0,
                        new ContainerStatusBuilder(
                                        pod.getStatus().getContainerStatuses().getFirst())
                                .withRestartCount(1)
                                .withNewLastState()
                                .withNewTerminated()
                                .withReason("Error")
                                .withExitCode(2)
                                .endTerminated()
                                .endLastState()
                                .build());

        assertThat(Evidence.of(List.of(pod), List.of(event("Warning", "BackOff", null, "Back-off restarting", 9))))
                .contains("pod/ollama-1: main ended: Error, exit code 2, started again once");
    }

    @Test
    void givesTheCauseOfAFailedPullAndNotItsLaterEchoes() {
        List<Event> events = List.of(
                PULL,
                event("Warning", "Failed", "spec.containers{main}", "Error: ErrImagePull", 5),
                event("Warning", "Failed", "spec.containers{main}", "Error: ImagePullBackOff", 20));

        assertThat(Evidence.of(List.of(pod("ImagePullBackOff")), events))
                .contains("pod/ollama-1: Failed: Failed to pull image \"a:b\": rpc error: code = NotFound desc = a:b:"
                        + " not found");
    }

    @Test
    void forgetsWhyNoNodeTookAPodThatOneHasTaken() {
        Event earlier = event(
                "Warning",
                "FailedScheduling",
                null,
                "0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found".repeat(2),
                2);

        assertThat(Evidence.of(List.of(pod("ImagePullBackOff")), List.of(PULL, earlier)))
                .hasValueSatisfying(line -> assertThat(line).contains("Failed to pull image"));
    }

    @Test
    void takesAnotherPodsTroubleForNoEvidence() {
        Event other = event("Warning", "Unhealthy", null, "a very long message about quite another pod".repeat(4), 30);
        other.getInvolvedObject().setUid("u2");

        assertThat(Evidence.of(List.of(pod("ImagePullBackOff")), List.of(other, PULL)))
                .hasValueSatisfying(line -> assertThat(line).contains("not found"));
    }

    @Test
    void showsTheLatestWarningWhenThereIsNoPod() {
        Event refused = event("Warning", "FailedCreate", null, "pods \"ollama-2\" is forbidden: exceeded quota", 9);
        refused.getInvolvedObject().setKind("ReplicaSet");

        assertThat(Evidence.of(List.of(), List.of(PULL, refused)))
                .contains("replicaset/ollama-1: FailedCreate: pods \"ollama-2\" is forbidden: exceeded quota");
    }

    @Test
    void hasNothingToShowWithoutWarnings() {
        assertThat(Evidence.of(List.of(pod("ContainerCreating")), List.of(event("Normal", "Pulling", null, "x", 1))))
                .isEmpty();
    }

    private static Pod pod(String waiting) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("ollama-1")
                .withUid("u1")
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .addNewContainerStatus()
                .withName("main")
                .withImage("a:b")
                .withNewState()
                .withNewWaiting()
                .withReason(waiting)
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
