package dev.hallm.bot.kube;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What workload controllers do with pods. */
final class Pods {
    private final Api api;

    Pods(Api api) {
        this.api = api;
    }

    /** Every pod of an owner, those on their way out too. */
    List<ObjectNode> of(ObjectNode owner) {
        return api.store().list(ResourceTypes.PODS, Meta.namespace(owner)).stream()
                .filter(pod -> Meta.ownedBy(pod, owner))
                .toList();
    }

    List<ObjectNode> activeOf(ObjectNode owner) {
        return of(owner).stream()
                .filter(pod -> !Meta.terminating(pod) && !QuotaUsage.finished(pod))
                .toList();
    }

    static boolean ready(ObjectNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    /** A pod of a workload's template, owned by it and not named yet. */
    static ObjectNode fromTemplate(ResourceType type, ObjectNode owner) {
        ObjectNode template = (ObjectNode) owner.path("spec").path("template");
        ObjectNode pod = Json.object();
        ObjectNode meta = Meta.of(pod);
        for (String field : List.of("labels", "annotations")) {
            if (!template.path("metadata").path(field).isEmpty()) {
                meta.set(field, template.path("metadata").path(field).deepCopy());
            }
        }
        meta.putArray("ownerReferences").add(Meta.controllerReference(type, owner));
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }

    /** @throws ApiProblem when admission refuses it */
    void create(ObjectNode owner, ObjectNode pod) {
        api.writer().create(ResourceTypes.PODS, Meta.namespace(owner), pod, Writer.Options.INTERNAL);
    }

    void delete(ObjectNode pod) {
        api.writer().discard(ObjectRef.of(ResourceTypes.PODS, pod));
    }
}
