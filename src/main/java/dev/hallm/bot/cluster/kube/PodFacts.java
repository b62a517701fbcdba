package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a tenant's pod.
 *
 * @param workload name of the Deployment or StatefulSet it belongs to, empty for none
 * @param unreadySince when it began to run without being ready
 * @param lastChange its start or the last change of a condition
 */
record PodFacts(
        String workload,
        boolean going,
        @Nullable Trouble trouble,
        @Nullable Instant unreadySince,
        @Nullable Instant lastChange) {
    private static final String TEMPLATE_HASH = "pod-template-hash";

    static PodFacts of(Pod pod, Interner interner) {
        return new PodFacts(
                interner.of(workloadOf(pod)),
                pod.getMetadata().getDeletionTimestamp() != null,
                PodTrouble.of(pod).map(interner::of).orElse(null),
                isRunning(pod) && !isReady(pod) ? changedAt(pod).orElse(null) : null,
                changedAt(pod).orElse(null));
    }

    /** A Deployment's pod is owned by a ReplicaSet, which is named after the Deployment and the template's hash. */
    static String workloadOf(Pod pod) {
        String owner = pod.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .map(OwnerReference::getName)
                .findFirst()
                .orElse("");
        String hash = pod.getMetadata().getLabels() == null
                ? null
                : pod.getMetadata().getLabels().get(TEMPLATE_HASH);
        String suffix = "-" + hash;
        return hash != null && owner.endsWith(suffix) ? owner.substring(0, owner.length() - suffix.length()) : owner;
    }

    static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    static boolean isRunning(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }

    private static Optional<Instant> changedAt(Pod pod) {
        PodStatus status = pod.getStatus();
        return status == null
                ? Optional.empty()
                : Stream.concat(
                                Stream.ofNullable(status.getStartTime()),
                                status.getConditions().stream().map(PodCondition::getLastTransitionTime))
                        .filter(Objects::nonNull)
                        .map(Instant::parse)
                        .max(Comparator.naturalOrder());
    }
}
