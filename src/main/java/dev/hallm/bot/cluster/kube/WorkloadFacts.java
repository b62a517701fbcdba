package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a Deployment or StatefulSet.
 *
 * @param blocked why its pods cannot even be made, in plain words, else empty
 */
record WorkloadFacts(
        String kind,
        String name,
        int wanted,
        int ready,
        String blocked,
        @Nullable Instant lastChange) {
    static WorkloadFacts of(Deployment deployment, Interner interner) {
        DeploymentStatus status = deployment.getStatus();
        List<DeploymentCondition> conditions = status == null ? List.of() : status.getConditions();
        return new WorkloadFacts(
                "Deployment",
                interner.of(deployment.getMetadata().getName()),
                Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1),
                status == null ? 0 : Objects.requireNonNullElse(status.getReadyReplicas(), 0),
                blocked(deployment).orElse(""),
                conditions.stream()
                        .map(DeploymentCondition::getLastTransitionTime)
                        .filter(Objects::nonNull)
                        .map(Instant::parse)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    static WorkloadFacts of(StatefulSet set, Interner interner) {
        StatefulSetStatus status = set.getStatus();
        return new WorkloadFacts(
                "StatefulSet",
                interner.of(set.getMetadata().getName()),
                Objects.requireNonNullElse(set.getSpec().getReplicas(), 1),
                status == null ? 0 : Objects.requireNonNullElse(status.getReadyReplicas(), 0),
                "",
                null);
    }

    /** What keeps a Deployment's pods from being made, most often the quota. */
    static Optional<String> blocked(Deployment deployment) {
        return failures(deployment)
                .map(condition -> Objects.requireNonNullElse(condition.getMessage(), "no reason given"))
                .map(message -> "its pod is not allowed: " + Words.ofRefusal(message))
                .findFirst();
    }

    /** Since when it has been so. */
    static Optional<Instant> blockedSince(Deployment deployment) {
        return failures(deployment)
                .flatMap(condition -> Stream.ofNullable(condition.getLastTransitionTime()))
                .map(Instant::parse)
                .findFirst();
    }

    private static Stream<DeploymentCondition> failures(Deployment deployment) {
        return Stream.ofNullable(deployment.getStatus())
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> "ReplicaFailure".equals(condition.getType()))
                .filter(condition -> "True".equals(condition.getStatus()));
    }
}
