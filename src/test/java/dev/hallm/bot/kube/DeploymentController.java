package dev.hallm.bot.kube;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One ReplicaSet for each template. {@code Recreate} waits until the old pods are gone, {@code RollingUpdate} keeps them
 * until the new ones are ready.
 */
final class DeploymentController implements Controller {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Api api;
    private final Pods pods;
    private final EventRecorder events;

    DeploymentController(Api api) {
        this.api = api;
        this.pods = new Pods(api);
        this.events = new EventRecorder(api, "deployment-controller");
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.DEPLOYMENTS) && Workloads.wishChanged(change)) {
            reconcile(change.ref());
        } else if (change.of(ResourceTypes.REPLICA_SETS)) {
            Workloads.owner(change, ResourceTypes.DEPLOYMENTS).ifPresent(this::reconcile);
        } else if (change.of(ResourceTypes.PODS) && change.deleted()) {
            Workloads.owner(change, ResourceTypes.REPLICA_SETS)
                    .flatMap(api.store()::find)
                    .flatMap(Meta::controller)
                    .map(owner -> Json.text(owner, "name"))
                    .map(name -> new ObjectRef(
                            ResourceTypes.DEPLOYMENTS, change.ref().namespace(), name))
                    .ifPresent(this::reconcile);
        }
    }

    private void reconcile(ObjectRef ref) {
        api.store().find(ref).filter(found -> !Meta.terminating(found)).ifPresent(deployment -> {
            roll(deployment);
            List<ObjectNode> sets = setsOf(deployment);
            api.writer().adjust(ref, stored -> {
                current(stored, sets)
                        .map(set -> Meta.annotation(set, REVISION))
                        .ifPresent(revision ->
                                Json.child(stored, "metadata", "annotations").put(REVISION, revision));
                new DeploymentStatus(api.now(), sets, current(stored, sets)).write(stored);
            });
        });
    }

    private void roll(ObjectNode deployment) {
        List<ObjectNode> sets = setsOf(deployment);
        Optional<ObjectNode> current = current(deployment, sets);
        List<ObjectNode> old =
                sets.stream().filter(set -> !set.equals(current.orElse(null))).toList();
        int wanted = Workloads.replicas(deployment);
        if (Json.text(deployment, "spec", "strategy", "type").equals("Recreate")) {
            old.forEach(set -> scale(deployment, set, 0));
            if (old.stream().anyMatch(set -> !pods.of(set).isEmpty())) {
                return;
            }
        }
        current.ifPresentOrElse(set -> scale(deployment, set, wanted), () -> create(deployment, sets));
        int available = current.map(set -> Json.number(set, "status", "availableReplicas"))
                .orElse(0);
        if (available >= wanted) {
            old.forEach(set -> scale(deployment, set, 0));
        }
    }

    private void scale(ObjectNode deployment, ObjectNode set, int wanted) {
        int before = Workloads.replicas(set);
        if (before != wanted) {
            api.writer()
                    .adjust(
                            ObjectRef.of(ResourceTypes.REPLICA_SETS, set),
                            stored -> Json.child(stored, "spec").put("replicas", wanted));
            announce(deployment, Meta.name(set), before, wanted);
        }
    }

    private void create(ObjectNode deployment, List<ObjectNode> sets) {
        String hash = hash(deployment);
        ObjectNode template =
                (ObjectNode) deployment.path("spec").path("template").deepCopy();
        Json.child(template, "metadata", "labels").put("pod-template-hash", hash);
        ObjectNode set = Json.object();
        ObjectNode meta = Meta.of(set).put("name", Meta.name(deployment) + "-" + hash);
        meta.set("labels", template.path("metadata").path("labels").deepCopy());
        meta.putArray("ownerReferences").add(Meta.controllerReference(ResourceTypes.DEPLOYMENTS, deployment));
        int revision = sets.stream()
                .map(known -> Meta.annotation(known, REVISION))
                .mapToInt(text -> text.isEmpty() ? 0 : Integer.parseInt(text))
                .max()
                .orElse(0);
        meta.putObject("annotations").put(REVISION, Integer.toString(revision + 1));
        ObjectNode selector =
                (ObjectNode) Json.at(deployment, "spec", "selector").deepCopy();
        Json.child(selector, "matchLabels").put("pod-template-hash", hash);
        int replicas = Workloads.replicas(deployment);
        set.set("spec", Json.object("replicas", replicas, "selector", selector, "template", template));
        api.writer().create(ResourceTypes.REPLICA_SETS, Meta.namespace(deployment), set, Writer.Options.INTERNAL);
        announce(deployment, Meta.name(set), 0, replicas);
    }

    private void announce(ObjectNode deployment, String set, int from, int to) {
        String verb = to >= from ? "Scaled up" : "Scaled down";
        String message = "%s replica set %s from %d to %d".formatted(verb, set, from, to);
        events.normal(deployment, "ScalingReplicaSet", message);
    }

    private List<ObjectNode> setsOf(ObjectNode deployment) {
        return api.store().list(ResourceTypes.REPLICA_SETS, Meta.namespace(deployment)).stream()
                .filter(set -> Meta.ownedBy(set, deployment))
                .toList();
    }

    private static Optional<ObjectNode> current(ObjectNode deployment, List<ObjectNode> sets) {
        String name = Meta.name(deployment) + "-" + hash(deployment);
        return sets.stream().filter(set -> Meta.name(set).equals(name)).findFirst();
    }

    private static String hash(ObjectNode deployment) {
        return RandomName.hash(Json.at(deployment, "spec", "template"));
    }
}
