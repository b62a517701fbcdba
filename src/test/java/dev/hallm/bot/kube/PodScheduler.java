package dev.hallm.bot.kube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Finds each pod a node with room for its requests, GPUs included; one that has none says so and is tried again. */
final class PodScheduler implements Controller {
    private final Api api;
    private final EventRecorder events;
    private final NodeRoom room = new NodeRoom();
    private final Set<ObjectRef> waiting = new LinkedHashSet<>();

    PodScheduler(Api api) {
        this.api = api;
        this.events = new EventRecorder(api, "default-scheduler");
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.PODS)) {
            if (room.follow(change)) {
                List.copyOf(waiting).forEach(this::schedule);
            }
            if (change.before() == null) {
                waiting.add(change.ref());
                schedule(change.ref());
            }
        } else if (change.of(ResourceTypes.NODES) || change.of(ResourceTypes.CLAIMS)) {
            List.copyOf(waiting).forEach(this::schedule);
        }
    }

    private void schedule(ObjectRef ref) {
        Optional<ObjectNode> unscheduled = api.store()
                .find(ref)
                .filter(pod -> Json.text(pod, "spec", "nodeName").isEmpty() && !Meta.terminating(pod));
        if (unscheduled.isEmpty()) {
            waiting.remove(ref);
            return;
        }
        ObjectNode pod = unscheduled.get();
        Optional<String> volumes = volumeTrouble(pod);
        var refusals = new ArrayList<String>();
        Optional<ObjectNode> node = volumes.isPresent() ? Optional.empty() : choose(pod, refusals);
        node.ifPresentOrElse(
                chosen -> bind(ref, pod, Meta.name(chosen)),
                () -> refuse(ref, pod, volumes.orElseGet(() -> summary(refusals))));
    }

    /** The first node with room; pods without GPUs go to GPU nodes last. */
    private Optional<ObjectNode> choose(ObjectNode pod, List<String> refusals) {
        return api.store().list(ResourceTypes.NODES, "").stream()
                .sorted(Comparator.comparing(PodScheduler::hasDevices))
                .filter(node -> {
                    List<String> why = room.obstacles(pod, node);
                    refusals.addAll(why);
                    return why.isEmpty();
                })
                .findFirst();
    }

    private Optional<String> volumeTrouble(ObjectNode pod) {
        return Json.each(Json.at(pod, "spec", "volumes"))
                .map(volume -> Json.text(volume, "persistentVolumeClaim", "claimName"))
                .filter(claim -> !claim.isEmpty())
                .flatMap(claim -> claimTrouble(Meta.namespace(pod), claim).stream())
                .findFirst();
    }

    private Optional<String> claimTrouble(String namespace, String name) {
        Optional<ObjectNode> claim = api.store().find(new ObjectRef(ResourceTypes.CLAIMS, namespace, name));
        if (claim.isEmpty()) {
            return Optional.of("persistentvolumeclaim \"" + name + "\" not found");
        }
        boolean bound = Json.text(claim.get(), "status", "phase").equals("Bound");
        return bound ? Optional.empty() : Optional.of("pod has unbound immediate PersistentVolumeClaims");
    }

    private void bind(ObjectRef ref, ObjectNode pod, String node) {
        waiting.remove(ref);
        room.take(pod, node);
        api.writer().adjust(ref, stored -> {
            Json.child(stored, "spec").put("nodeName", node);
            Conditions.set(stored, "PodScheduled", true, "", "", api.now());
        });
        String where = ref.namespace() + "/" + ref.name();
        events.normal(pod, "Scheduled", "Successfully assigned " + where + " to " + node);
    }

    private void refuse(ObjectRef ref, ObjectNode pod, String why) {
        int nodes = api.store().list(ResourceTypes.NODES, "").size();
        String message = nodes == 0
                ? "no nodes available to schedule pods"
                : "0/%d nodes are available: %s.".formatted(nodes, why);
        boolean known = Conditions.find(pod, "PodScheduled")
                .filter(condition -> Json.text(condition, "message").equals(message))
                .isPresent();
        if (!known) {
            api.writer()
                    .adjust(
                            ref,
                            stored ->
                                    Conditions.set(stored, "PodScheduled", false, "Unschedulable", message, api.now()));
            events.warning(pod, "FailedScheduling", message);
        }
    }

    private static String summary(List<String> refusals) {
        return refusals.stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean hasDevices(ObjectNode node) {
        return Json.at(node, "status", "allocatable").propertyNames().stream().anyMatch(name -> name.contains("/"));
    }
}
