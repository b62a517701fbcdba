package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a pod waits for and since when, from its status and, while its containers are being made, from its events:
 * the status says only {@code ContainerCreating} for a minute of pulling as for a volume that does not come.
 */
final class PodWait {
    private static final Set<String> MOUNTING = Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume");
    private static final Set<String> PULL_ENDS = Set.of("Pulled", "Failed", "BackOff", "Created", "Started");

    private static final String PULL =
            "See whether the nodes reach the image's registry fast enough and have room for it, then retry.";
    private static final String LOG = "The log of its container says what it does. Retry starts its pod anew.";
    private static final String VOLUME = "See whether the storage class makes and attaches volumes here, then retry.";

    private PodWait() {}

    /** Whether only events can tell. */
    static boolean isTold(Pod pod) {
        return isScheduled(pod) && !PodFacts.isRunning(pod);
    }

    /**
     * The wait.
     *
     * @param events what Kubernetes reported of this pod, in any order
     */
    static Trouble of(Pod pod, List<Event> events) {
        if (!isScheduled(pod)) {
            return Trouble.passing("waits for a node", scheduledAt(pod).orElse(created(pod)));
        }
        return PodFacts.isRunning(pod)
                ? ofRunning(pod).advised(LOG)
                : pull(events)
                        .or(() -> held(events))
                        .orElseGet(() -> Trouble.passing("is being prepared on its node", startedAt(pod)));
    }

    /** Since when a pod in trouble that passes has been in it, as far as its status tells. */
    static @Nullable Instant since(Pod pod) {
        return isScheduled(pod) ? null : scheduledAt(pod).orElse(created(pod));
    }

    private static Trouble ofRunning(Pod pod) {
        return containers(pod)
                .filter(container -> !Boolean.TRUE.equals(container.getReady()))
                .findFirst()
                .map(PodWait::ofContainer)
                .orElseGet(() -> Trouble.passing("runs but is not ready yet", startedAt(pod)));
    }

    private static Trouble ofContainer(ContainerStatus container) {
        ContainerState state = Objects.requireNonNullElseGet(container.getState(), ContainerState::new);
        if (state.getTerminated() != null) {
            ContainerStateTerminated end = state.getTerminated();
            return Trouble.passing(ended(end) + " and is started again", time(end.getFinishedAt()));
        }
        Instant since =
                state.getRunning() == null ? null : time(state.getRunning().getStartedAt());
        if (Boolean.TRUE.equals(container.getStarted())) {
            return Trouble.passing("runs but is not ready yet", since);
        }
        return Trouble.passing(
                last(container)
                        .map(end -> "is starting again, after it " + ended(end))
                        .orElse("is starting"),
                since);
    }

    private static String ended(ContainerStateTerminated end) {
        return "OOMKilled".equals(end.getReason()) ? "ran out of memory" : "ended with exit code " + end.getExitCode();
    }

    private static Optional<ContainerStateTerminated> last(ContainerStatus container) {
        return Optional.ofNullable(container.getLastState()).map(ContainerState::getTerminated);
    }

    /** A pull is over when the same container has got further; events carry whole seconds, so a tie is over too. */
    private static Optional<Trouble> pull(List<Event> events) {
        return events.stream()
                .filter(event -> "Pulling".equals(event.getReason()))
                .filter(pulling -> events.stream()
                        .noneMatch(other -> PULL_ENDS.contains(other.getReason())
                                && path(other).equals(path(pulling))
                                && !at(other).isBefore(at(pulling))))
                .max(Comparator.comparing(PodWait::at))
                .map(pulling -> Trouble.passing("image pulling", at(pulling)).advised(PULL));
    }

    private static Optional<Trouble> held(List<Event> events) {
        return events.stream()
                .max(Comparator.comparing(PodWait::at))
                .filter(event -> "Warning".equals(event.getType()))
                .map(PodWait::heldBy);
    }

    private static Trouble heldBy(Event event) {
        String message = Words.shortened(Objects.requireNonNullElse(event.getMessage(), event.getReason()));
        Instant since = TenantEvents.first(event).orElse(null);
        return MOUNTING.contains(event.getReason())
                ? Trouble.passing("its volume is not there yet: " + message, since)
                        .advised(VOLUME)
                : Trouble.passing("its node cannot start it yet: " + message, since);
    }

    private static String path(Event event) {
        return Objects.requireNonNullElse(event.getInvolvedObject().getFieldPath(), "");
    }

    private static Instant at(Event event) {
        return TenantEvents.at(event).orElse(Instant.EPOCH);
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream();
    }

    static boolean isScheduled(Pod pod) {
        return pod.getSpec().getNodeName() != null
                && !pod.getSpec().getNodeName().isEmpty();
    }

    /** When the scheduler first said that it finds no node. */
    private static Optional<Instant> scheduledAt(Pod pod) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> "PodScheduled".equals(condition.getType()))
                .map(PodCondition::getLastTransitionTime)
                .flatMap(Stream::ofNullable)
                .map(Instant::parse)
                .findFirst();
    }

    private static @Nullable Instant created(Pod pod) {
        return time(pod.getMetadata().getCreationTimestamp());
    }

    private static @Nullable Instant startedAt(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getStartTime() == null
                ? created(pod)
                : time(pod.getStatus().getStartTime());
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
