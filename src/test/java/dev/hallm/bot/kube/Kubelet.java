package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs pods on every node, or makes them fail, chosen by their image's tag as in the simulated cluster. Besides its tags
 * {@code pulls-later} fails for a workload's first pod and works once that one was deleted.
 */
final class Kubelet implements Controller {
    private static final Duration USUAL_START = Duration.ofMillis(300);
    private static final Duration STOP = Duration.ofMillis(30);

    private final Api api;
    private final ControllerLoop loop;
    private final EventRecorder events;
    private final Map<String, ObjectRef> firstFailures = new HashMap<>();

    Kubelet(Api api, ControllerLoop loop) {
        this.api = api;
        this.loop = loop;
        this.events = new EventRecorder(api, "kubelet");
    }

    @Override
    public void onChange(Change change) {
        if (!change.of(ResourceTypes.PODS) || change.deleted()) {
            return;
        }
        ObjectNode pod = change.object();
        ObjectNode before = change.before();
        if (Meta.terminating(pod)) {
            loop.after(STOP, () -> stop(change.ref(), Meta.uid(pod)));
        } else if (onNode(pod) && (before == null || !onNode(before)) && !started(pod)) {
            begin(change.ref(), pod);
        }
    }

    private static boolean onNode(ObjectNode pod) {
        return !Json.text(pod, "spec", "nodeName").isEmpty();
    }

    private static boolean started(ObjectNode pod) {
        return pod.path("status").has("containerStatuses");
    }

    private void stop(ObjectRef ref, String uid) {
        api.store().find(ref).filter(pod -> Meta.uid(pod).equals(uid)).ifPresent(pod -> {
            containers(pod)
                    .forEach(container ->
                            events.normal(pod, "Killing", "Stopping container " + Json.text(container, "name")));
            api.writer().remove(ref, pod);
        });
    }

    private void begin(ObjectRef ref, ObjectNode pod) {
        containers(pod)
                .forEach(container ->
                        events.normal(pod, "Pulling", "Pulling image \"%s\"".formatted(Json.text(container, "image"))));
        PodFate fate = fate(ref, pod);
        if (fate == PodFate.STARTS) {
            loop.after(startsAfter(pod), () -> settle(ref, pod, fate));
        } else {
            settle(ref, pod, fate);
        }
    }

    private void settle(ObjectRef ref, ObjectNode pod, PodFate fate) {
        api.store().find(ref).filter(now -> Meta.uid(now).equals(Meta.uid(pod))).ifPresent(_ -> {
            fate.announce(pod, events);
            api.writer().adjust(ref, stored -> new PodStatus(stored, api.now()).write(fate));
        });
    }

    private PodFate fate(ObjectRef ref, ObjectNode pod) {
        PodFate fate = containers(pod)
                .flatMap(container -> PodFate.ofImage(Json.text(container, "image")).stream())
                .findFirst()
                .orElse(PodFate.STARTS);
        if (fate == PodFate.PULLS_LATER) {
            ObjectRef first = firstFailures.putIfAbsent(workload(pod), ref);
            boolean gone = first != null
                    && api.store()
                            .find(first)
                            .filter(one -> !Meta.terminating(one))
                            .isEmpty();
            return gone ? PodFate.STARTS : PodFate.PULLS_LATER;
        }
        return fate;
    }

    /** What the pod belongs to in the end, its Deployment or StatefulSet. */
    private String workload(ObjectNode pod) {
        Optional<ObjectNode> owner = Meta.controller(pod);
        Optional<ObjectNode> set = owner.map(reference ->
                        new ObjectRef(ResourceTypes.REPLICA_SETS, Meta.namespace(pod), Json.text(reference, "name")))
                .flatMap(api.store()::find);
        return set.flatMap(Meta::controller)
                .or(() -> owner)
                .map(reference -> Json.text(reference, "uid"))
                .orElse(Meta.namespace(pod) + "/" + Meta.name(pod));
    }

    private static Duration startsAfter(ObjectNode pod) {
        String stated = Meta.annotation(pod, "simulation/starts-after");
        if (stated.isEmpty()) {
            return USUAL_START;
        }
        return stated.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(stated.replace("ms", "")))
                : Duration.parse("PT" + stated);
    }

    private static Stream<ObjectNode> containers(ObjectNode pod) {
        return Json.each(Json.at(pod, "spec", "containers"));
    }
}
