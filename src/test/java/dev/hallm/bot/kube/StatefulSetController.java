package dev.hallm.bot.kube;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Numbered pods, one after the other, each with its own volumes; a changed template replaces the last one first. */
final class StatefulSetController implements Controller {
    private static final String REVISION = "controller-revision-hash";

    private final Api api;
    private final Pods pods;
    private final EventRecorder events;
    private final Retries retries;

    StatefulSetController(Api api, ControllerLoop loop) {
        this.api = api;
        this.pods = new Pods(api);
        this.events = new EventRecorder(api, "statefulset-controller");
        this.retries = new Retries(loop, this::reconcile);
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.STATEFUL_SETS) && Workloads.wishChanged(change)) {
            reconcile(change.ref());
        } else if (change.of(ResourceTypes.PODS)) {
            Workloads.owner(change, ResourceTypes.STATEFUL_SETS).ifPresent(this::reconcile);
        } else if (change.of(ResourceTypes.QUOTAS) || change.of(ResourceTypes.LIMIT_RANGES)) {
            retries.hurry(change.ref().namespace());
        }
    }

    private void reconcile(ObjectRef ref) {
        api.store().find(ref).filter(set -> !Meta.terminating(set)).ifPresent(set -> {
            try {
                if (fill(set)) {
                    trim(set);
                }
                retries.succeeded(ref);
            } catch (ApiProblem problem) {
                retries.later(ref);
            }
            api.writer().adjust(ref, this::report);
        });
    }

    /** Creates the next missing pod; says whether all are there and ready. */
    private boolean fill(ObjectNode set) {
        for (int number = 0; number < Workloads.replicas(set); number++) {
            Optional<ObjectNode> pod = find(set, number);
            if (pod.isEmpty()) {
                create(set, number);
                return false;
            }
            if (Meta.terminating(pod.get()) || !Pods.ready(pod.get())) {
                return false;
            }
        }
        return true;
    }

    /** Deletes one pod that is too many or outdated, the highest number first. */
    private void trim(ObjectNode set) {
        int wanted = Workloads.replicas(set);
        pods.of(set).stream()
                .filter(pod -> number(pod) >= wanted || !revisionOf(pod).equals(revision(set)))
                .max(Comparator.comparingInt(StatefulSetController::number))
                .ifPresent(pod -> {
                    pods.delete(pod);
                    String message =
                            "delete Pod %s in StatefulSet %s successful".formatted(Meta.name(pod), Meta.name(set));
                    events.normal(set, "SuccessfulDelete", message);
                });
    }

    private void create(ObjectNode set, int number) {
        ObjectNode pod = Pods.fromTemplate(ResourceTypes.STATEFUL_SETS, set);
        String name = Meta.name(set) + "-" + number;
        ObjectNode meta = Meta.of(pod).put("name", name);
        Json.child(meta, "labels")
                .put("statefulset.kubernetes.io/pod-name", name)
                .put("apps.kubernetes.io/pod-index", Integer.toString(number))
                .put(REVISION, revision(set));
        try {
            Json.each(Json.at(set, "spec", "volumeClaimTemplates")).forEach(template -> claim(set, pod, template));
            pods.create(set, pod);
        } catch (ApiProblem problem) {
            String message =
                    "create Pod %s in StatefulSet %s failed error: %s".formatted(name, Meta.name(set), problem.text());
            events.warning(set, "FailedCreate", message);
            throw problem;
        }
        String message = "create Pod %s in StatefulSet %s successful".formatted(name, Meta.name(set));
        events.normal(set, "SuccessfulCreate", message);
    }

    private void claim(ObjectNode set, ObjectNode pod, ObjectNode template) {
        String name = Meta.name(template) + "-" + Meta.name(pod);
        ObjectNode spec = Json.child(pod, "spec");
        var volumes = spec.path("volumes").isArray() ? spec.withArray("volumes") : spec.putArray("volumes");
        volumes.addObject()
                .put("name", Meta.name(template))
                .putObject("persistentVolumeClaim")
                .put("claimName", name);
        var ref = new ObjectRef(ResourceTypes.CLAIMS, Meta.namespace(set), name);
        if (api.store().find(ref).isEmpty()) {
            ObjectNode claim = template.deepCopy();
            Meta.of(claim).put("name", name);
            api.writer().create(ref.type(), ref.namespace(), claim, Writer.Options.INTERNAL);
        }
    }

    private void report(ObjectNode set) {
        List<ObjectNode> active = pods.activeOf(set);
        int ready = (int) active.stream().filter(Pods::ready).count();
        int updated = (int) active.stream()
                .filter(pod -> revisionOf(pod).equals(revision(set)))
                .count();
        ObjectNode status = Json.child(set, "status").put("observedGeneration", Meta.generation(set));
        status.put("replicas", active.size()).put("availableReplicas", ready);
        Workloads.count(set, "readyReplicas", ready);
        Workloads.count(set, "currentReplicas", updated);
        Workloads.count(set, "updatedReplicas", updated);
        status.put("currentRevision", revision(set)).put("updateRevision", revision(set));
    }

    private Optional<ObjectNode> find(ObjectNode set, int number) {
        String name = Meta.name(set) + "-" + number;
        return api.store().find(new ObjectRef(ResourceTypes.PODS, Meta.namespace(set), name));
    }

    private static int number(ObjectNode pod) {
        String name = Meta.name(pod);
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private static String revision(ObjectNode set) {
        return Meta.name(set) + "-" + RandomName.hash(Json.at(set, "spec", "template"));
    }

    private static String revisionOf(ObjectNode pod) {
        return Json.text(pod, "metadata", "labels", REVISION);
    }
}
