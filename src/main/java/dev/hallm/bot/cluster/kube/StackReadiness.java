package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a tenant's workloads from the API itself, for an informer may be a moment behind the last change. */
@Component
class StackReadiness {
    private static final String HOME_ASSISTANT = "home-assistant";
    private static final List<String> WORKLOADS = List.of(HOME_ASSISTANT, "ollama");

    private static final String ROOM =
            "Lower the resources in the values of bot.yaml, then retry; or roll back and ask for a larger size.";

    private static final Duration QUOTA_LAG = Duration.ofSeconds(20);

    private final KubernetesClient client;
    private final TenantEvents events;
    private final Clock clock;

    StackReadiness(KubernetesClient client, TenantEvents events, Clock clock) {
        this.client = client;
        this.events = events;
        this.clock = clock;
    }

    /** A definite failure of one workload counts before another's mere waiting. */
    ClusterAnswer of(TenantName tenant) {
        return trouble(tenant, WORKLOADS)
                .map(StackReadiness::answer)
                .orElseGet(() -> new ClusterAnswer.Done("", String.join(" and ", WORKLOADS) + " ready"));
    }

    /** What keeps Home Assistant from being ready, empty when nothing does. */
    Optional<ClusterAnswer> homeAssistantLacks(TenantName tenant) {
        return trouble(tenant, List.of(HOME_ASSISTANT)).map(StackReadiness::answer);
    }

    private Optional<Trouble> trouble(TenantName tenant, List<String> workloads) {
        var deployments = client.apps().deployments().inNamespace(tenant.namespace()).list().getItems().stream()
                .collect(Collectors.toMap(deployment -> deployment.getMetadata().getName(), Function.identity()));
        List<Pod> pods = pods(tenant);
        return workloads.stream()
                .flatMap(name ->
                        trouble(tenant, name, deployments.get(name), pods).map(trouble -> trouble.of(name)).stream())
                .min((one, other) -> Boolean.compare(other.lasting(), one.lasting()));
    }

    /** One line of what there is to see of why it is not ready. */
    Optional<String> evidence(TenantName tenant) {
        return Evidence.of(pods(tenant), events.all(tenant));
    }

    private List<Pod> pods(TenantName tenant) {
        return client.pods().inNamespace(tenant.namespace()).list().getItems();
    }

    private static ClusterAnswer answer(Trouble trouble) {
        return trouble.lasting()
                ? new ClusterAnswer.Refused(trouble.words(), trouble.advice())
                : new ClusterAnswer.NotYet(trouble.words(), trouble.advice(), trouble.since());
    }

    private Optional<Trouble> trouble(TenantName tenant, String name, @Nullable Deployment deployment, List<Pod> pods) {
        if (deployment == null) {
            return Optional.of(Trouble.passing("is not there yet"));
        }
        if (isReady(deployment)) {
            return Optional.empty();
        }
        return Optional.of(
                isObserved(deployment) ? why(tenant, name, deployment, pods) : Trouble.passing("is being changed"));
    }

    private static boolean isReady(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        int wanted = deployment.getSpec().getReplicas();
        return isObserved(deployment)
                && wanted == orZero(status.getReadyReplicas())
                && wanted == orZero(status.getUpdatedReplicas())
                && wanted == orZero(status.getReplicas());
    }

    private static boolean isObserved(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        return status != null
                && orZero(status.getObservedGeneration())
                        >= deployment.getMetadata().getGeneration();
    }

    private Trouble why(TenantName tenant, String name, Deployment deployment, List<Pod> pods) {
        boolean going = pods.stream().anyMatch(StackReadiness::isGoing);
        Optional<String> blocked = WorkloadFacts.blocked(deployment);
        if (blocked.isPresent()) {
            return going || isFresh(deployment)
                    ? Trouble.passing("waits for an earlier pod to end")
                    : Trouble.lasting(blocked.get(), ROOM);
        }
        return pods.stream()
                .filter(pod -> PodFacts.workloadOf(pod).equals(name) && !isGoing(pod))
                .filter(pod -> isOf(deployment, pod))
                .findFirst()
                .map(pod -> ofPod(tenant, pod))
                .orElseGet(() -> Trouble.passing("waits for its pod"));
    }

    /** A quota still counts a pod for some seconds after it has ended. */
    private boolean isFresh(Deployment deployment) {
        return WorkloadFacts.blockedSince(deployment)
                .filter(since -> since.plus(QUOTA_LAG).isAfter(clock.instant()))
                .isPresent();
    }

    private Trouble ofPod(TenantName tenant, Pod pod) {
        return PodTrouble.of(pod)
                .map(trouble -> trouble.since(PodWait.since(pod)))
                .orElseGet(() -> PodWait.of(pod, PodWait.isTold(pod) ? events.about(tenant, pod) : List.of()));
    }

    /** A pod of the last template, before the controller takes it away, says nothing about this one. */
    private static boolean isOf(Deployment deployment, Pod pod) {
        List<Container> wanted = deployment.getSpec().getTemplate().getSpec().getContainers();
        return pod.getSpec().getContainers().stream()
                .allMatch(container -> wanted.stream()
                        .filter(template -> template.getName().equals(container.getName()))
                        .allMatch(template -> Objects.equals(template.getImage(), container.getImage())
                                && Objects.equals(
                                        template.getResources().getLimits(),
                                        container.getResources().getLimits())));
    }

    /** Deletes what is not ready and not going already. */
    ClusterAnswer restartFailed(TenantName tenant) {
        pods(tenant).stream()
                .filter(pod -> !PodFacts.isReady(pod) && !isGoing(pod))
                .filter(pod -> WORKLOADS.contains(PodFacts.workloadOf(pod)))
                .forEach(pod -> client.resource(pod).delete());
        return new ClusterAnswer.Done();
    }

    private static boolean isGoing(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null;
    }

    private static long orZero(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }
}
