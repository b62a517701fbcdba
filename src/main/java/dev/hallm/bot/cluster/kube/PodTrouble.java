package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pod's status why it does not run, init containers first: Home Assistant's shares its image, so a bad tag
 * shows there. Source: the waiting reasons of kubelet's {@code pkg/kubelet/images} and {@code kuberuntime}.
 */
final class PodTrouble {
    private static final String IMAGE =
            "Correct the image in the values of bot.yaml, or see whether the nodes reach its registry; then retry.";
    private static final String NODE =
            "\"capacity\" shows what the nodes have. Make room or add a node, then retry; or roll back and ask for a"
                    + " smaller size.";
    private static final String EVICTED =
            "Its node ran short of something. Make room or add a node, then retry; or roll back.";
    private static final String VALUES = "Correct the values in bot.yaml that it comes from, then retry.";
    private static final String CRASH =
            "The log of its container says why. Correct the values in bot.yaml, then retry; or roll back.";
    private static final String MEMORY =
            "Give the size more memory in bot.yaml, then retry; or roll back and ask for a" + " larger size.";

    private PodTrouble() {}

    /** Empty for a pod that is well, merely starting, or going away. */
    static Optional<Trouble> of(Pod pod) {
        if (pod.getMetadata().getDeletionTimestamp() != null || pod.getStatus() == null) {
            return Optional.empty();
        }
        if ("Failed".equals(pod.getStatus().getPhase())) {
            return Optional.of(failed(pod));
        }
        return unschedulable(pod).or(() -> ofContainers(pod));
    }

    private static Trouble failed(Pod pod) {
        String reason = Objects.requireNonNullElse(pod.getStatus().getReason(), "");
        String message =
                Words.shortened(Objects.requireNonNullElse(pod.getStatus().getMessage(), "no reason given"));
        return "Evicted".equals(reason)
                ? Trouble.passing("was evicted from its node: " + message).advised(EVICTED)
                : Trouble.passing("failed: " + message);
    }

    private static Optional<Trouble> unschedulable(Pod pod) {
        return conditions(pod)
                .filter(condition -> "PodScheduled".equals(condition.getType()))
                .filter(condition -> "Unschedulable".equals(condition.getReason()))
                .map(condition -> Objects.requireNonNullElse(condition.getMessage(), "no reason given"))
                .map(message -> Trouble.passing(Words.ofScheduler(message)).advised(NODE))
                .findFirst();
    }

    private static Optional<Trouble> ofContainers(Pod pod) {
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .flatMap(status -> ofContainer(pod, status).stream())
                .findFirst();
    }

    private static Optional<Trouble> ofContainer(Pod pod, ContainerStatus status) {
        ContainerStateWaiting waiting = waiting(status);
        return waiting == null ? Optional.empty() : ofWaiting(pod, status, waiting);
    }

    private static Optional<Trouble> ofWaiting(Pod pod, ContainerStatus status, ContainerStateWaiting waiting) {
        String reason = Objects.requireNonNullElse(waiting.getReason(), "");
        return switch (reason) {
            case "ImagePullBackOff" -> Optional.of(Trouble.lasting(noImage(status), IMAGE));
            case "ErrImagePull" -> Optional.of(Trouble.passing(noImage(status)).advised(IMAGE));
            case "InvalidImageName" ->
                Optional.of(Trouble.lasting("the image name " + status.getImage() + " is not valid", IMAGE));
            case "CrashLoopBackOff" -> Optional.of(crash(pod, status));
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                Optional.of(Trouble.lasting("its container cannot be made: " + message(waiting), VALUES));
            default -> Optional.empty();
        };
    }

    private static String noImage(ContainerStatus status) {
        String image = Objects.requireNonNullElse(status.getImage(), "");
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/') && !image.contains("@");
        return "the image " + image + " cannot be pulled ("
                + (tagged ? "tag " + image.substring(colon + 1) + " does not exist" : "it does not exist")
                + " or the registry refuses)";
    }

    private static Trouble crash(Pod pod, ContainerStatus status) {
        ContainerStateTerminated last = terminated(status.getLastState());
        if (last == null) {
            return Trouble.lasting("crashes again and again", CRASH);
        }
        return "OOMKilled".equals(last.getReason())
                ? Trouble.lasting("ran out of memory" + limit(pod, status.getName()), MEMORY)
                : Trouble.lasting("crashes again and again (exit code " + last.getExitCode() + ")", CRASH);
    }

    private static String limit(Pod pod, String container) {
        return Stream.concat(
                        containers(pod.getSpec().getInitContainers()),
                        containers(pod.getSpec().getContainers()))
                .filter(candidate -> container.equals(candidate.getName()))
                .flatMap(candidate -> Stream.ofNullable(candidate.getResources()))
                .flatMap(resources -> Stream.ofNullable(resources.getLimits()))
                .flatMap(limits -> Stream.ofNullable(limits.get("memory")))
                .flatMap(memory -> Quantity.tryParse(memory.toString()).stream())
                .map(memory -> " (limit " + memory.asBytes() + ")")
                .findFirst()
                .orElse("");
    }

    private static Stream<Container> containers(@Nullable List<Container> containers) {
        return containers == null ? Stream.empty() : containers.stream();
    }

    private static Stream<PodCondition> conditions(Pod pod) {
        return pod.getStatus().getConditions().stream();
    }

    private static String message(ContainerStateWaiting waiting) {
        return Words.shortened(Objects.requireNonNullElse(waiting.getMessage(), waiting.getReason()));
    }

    private static @Nullable ContainerStateWaiting waiting(ContainerStatus status) {
        return status.getState() == null ? null : status.getState().getWaiting();
    }

    private static @Nullable ContainerStateTerminated terminated(@Nullable ContainerState state) {
        return state == null ? null : state.getTerminated();
    }
}
