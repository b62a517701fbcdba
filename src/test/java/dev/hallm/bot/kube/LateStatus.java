package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A status that somebody outside of the cluster reports a moment after the object was made. */
record LateStatus(Api api, ControllerLoop loop, ResourceType type, Duration delay, Consumer<ObjectNode> status)
        implements Controller {
    static List<Controller> all(Api api, ControllerLoop loop) {
        var snapshots = api.types()
                .find("snapshot.storage.k8s.io/v1", "volumesnapshots")
                .orElseThrow();
        Consumer<ObjectNode> address = status -> Json.child(status, "loadBalancer")
                .putArray("ingress")
                .addObject()
                .put("ip", "192.0.2.10");
        Consumer<ObjectNode> ready = status -> {
            status.put("notAfter", "2099-01-01T00:00:00Z");
            status.putArray("conditions")
                    .addObject()
                    .put("type", "Ready")
                    .put("status", "True")
                    .put("reason", "Ready")
                    .put("message", "Certificate is up to date and has not expired")
                    .put("lastTransitionTime", api.now());
        };
        Consumer<ObjectNode> readyToUse = status ->
                status.put("readyToUse", true).put("creationTime", api.now()).put("restoreSize", "1Gi");
        return List.of(
                new LateStatus(api, loop, ResourceTypes.INGRESSES, Duration.ofMillis(50), address),
                new LateStatus(api, loop, ResourceTypes.CERTIFICATES, Duration.ofMillis(100), ready),
                new LateStatus(api, loop, snapshots, Duration.ofMillis(500), readyToUse));
    }

    @Override
    public void onChange(Change change) {
        if (change.of(type)
                && change.before() == null
                && unreported(change.object().path("status"))) {
            loop.after(
                    delay,
                    () -> api.writer().adjust(change.ref(), object -> status.accept(Json.child(object, "status"))));
        }
    }

    private static boolean unreported(JsonNode status) {
        return status.isEmpty()
                || (status.size() == 1
                        && status.path("loadBalancer").isObject()
                        && status.path("loadBalancer").isEmpty());
    }
}
