package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line that shows a trouble to be so, in Kubernetes' own words: how a container ended, else the warning that says
 * most about the pod in trouble, else the latest warning of the namespace, which is where a quota's refusal is told.
 */
final class Evidence {
    private Evidence() {}

    static Optional<String> of(List<Pod> pods, List<Event> events) {
        List<Event> warnings = events.stream()
                .filter(event -> "Warning".equals(event.getType()))
                .sorted(Comparator.comparing(
                                (Event event) -> TenantEvents.at(event).orElseThrow())
                        .reversed())
                .toList();
        Optional<Pod> troubled = troubled(pods);
        return troubled.flatMap(Evidence::end)
                .or(() -> troubled.flatMap(pod -> fullest(pod, warnings)))
                .or(() -> warnings.stream().findFirst().map(Evidence::line));
    }

    /** One that will not become ready by itself, else one that has not. */
    private static Optional<Pod> troubled(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null && !PodFacts.isReady(pod))
                .max(Comparator.comparingInt(Evidence::gravity));
    }

    private static int gravity(Pod pod) {
        return PodTrouble.of(pod).map(trouble -> trouble.lasting() ? 2 : 1).orElse(0);
    }

    private static Optional<String> end(Pod pod) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> Stream.concat(
                        status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream()))
                .flatMap(container -> ends(container)
                        .map(end -> "pod/" + pod.getMetadata().getName() + ": " + container.getName() + " ended: "
                                + Objects.requireNonNullElse(end.getReason(), "Error") + ", exit code "
                                + end.getExitCode() + ", " + starts(container)))
                .findFirst();
    }

    /** An init container that did its work has ended too. */
    private static Stream<ContainerStateTerminated> ends(ContainerStatus container) {
        return Stream.of(container.getState(), container.getLastState())
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .filter(end -> !Objects.equals(end.getExitCode(), 0));
    }

    private static String starts(ContainerStatus container) {
        int restarts = Objects.requireNonNullElse(container.getRestartCount(), 0);
        return restarts == 1 ? "started again once" : "started again " + restarts + " times";
    }

    /**
     * The kubelet gives the cause once and then repeats in fewer words that it waits. Why no node took a pod counts no
     * longer once one has.
     */
    private static Optional<String> fullest(Pod pod, List<Event> warnings) {
        return warnings.stream()
                .filter(event -> !("FailedScheduling".equals(event.getReason()) && PodWait.isScheduled(pod)))
                .filter(event -> Objects.equals(
                        event.getInvolvedObject().getUid(), pod.getMetadata().getUid()))
                .max(Comparator.comparingInt(event -> message(event).length()))
                .map(Evidence::line);
    }

    private static String line(Event event) {
        ObjectReference object = event.getInvolvedObject();
        return Objects.requireNonNullElse(object.getKind(), "").toLowerCase(Locale.ROOT) + "/" + object.getName() + ": "
                + Objects.requireNonNullElse(event.getReason(), "") + ": " + Words.shortened(message(event));
    }

    private static String message(Event event) {
        return Objects.requireNonNullElse(event.getMessage(), "");
    }
}
