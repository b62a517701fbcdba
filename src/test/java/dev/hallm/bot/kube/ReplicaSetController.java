package dev.hallm.bot.kube;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Keeps as many pods as a ReplicaSet asks for; a refusal shows in its condition {@code ReplicaFailure}. */
final class ReplicaSetController implements Controller {
    private final Api api;
    private final Pods pods;
    private final EventRecorder events;
    private final Retries retries;

    ReplicaSetController(Api api, ControllerLoop loop) {
        this.api = api;
        this.pods = new Pods(api);
        this.events = new EventRecorder(api, "replicaset-controller");
        this.retries = new Retries(loop, this::reconcile);
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.REPLICA_SETS) && Workloads.wishChanged(change)) {
            reconcile(change.ref());
        } else if (change.of(ResourceTypes.PODS)) {
            Workloads.owner(change, ResourceTypes.REPLICA_SETS).ifPresent(this::reconcile);
        } else if (change.of(ResourceTypes.QUOTAS) || change.of(ResourceTypes.LIMIT_RANGES)) {
            retries.hurry(change.ref().namespace());
        }
    }

    private void reconcile(ObjectRef ref) {
        api.store().find(ref).filter(set -> !Meta.terminating(set)).ifPresent(set -> {
            Optional<ApiProblem> problem = scale(set);
            report(ref, problem);
            problem.ifPresentOrElse(_ -> retries.later(ref), () -> retries.succeeded(ref));
        });
    }

    private Optional<ApiProblem> scale(ObjectNode set) {
        int wanted = Workloads.replicas(set);
        List<ObjectNode> active = pods.activeOf(set);
        active.stream()
                .sorted(Comparator.comparing(Pods::ready))
                .limit(Math.max(0, active.size() - wanted))
                .forEach(pod -> {
                    pods.delete(pod);
                    events.normal(set, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
                });
        for (int i = active.size(); i < wanted; i++) {
            try {
                create(set);
            } catch (ApiProblem problem) {
                events.warning(set, "FailedCreate", "Error creating: " + problem.text());
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private void create(ObjectNode set) {
        ObjectNode pod = Pods.fromTemplate(ResourceTypes.REPLICA_SETS, set);
        String name = Meta.name(set) + "-" + RandomName.suffix();
        Meta.of(pod).put("generateName", Meta.name(set) + "-").put("name", name);
        pods.create(set, pod);
        events.normal(set, "SuccessfulCreate", "Created pod: " + name);
    }

    private void report(ObjectRef ref, Optional<ApiProblem> problem) {
        api.writer().adjust(ref, set -> {
            List<ObjectNode> active = pods.activeOf(set);
            int ready = (int) active.stream().filter(Pods::ready).count();
            Workloads.count(set, "replicas", active.size());
            Workloads.count(set, "fullyLabeledReplicas", active.size());
            Workloads.count(set, "readyReplicas", ready);
            Workloads.count(set, "availableReplicas", ready);
            Json.child(set, "status").put("replicas", active.size()).put("observedGeneration", Meta.generation(set));
            problem.ifPresentOrElse(
                    why -> Conditions.set(set, "ReplicaFailure", true, "FailedCreate", why.text(), api.now()),
                    () -> Conditions.clear(set, "ReplicaFailure"));
        });
    }
}
