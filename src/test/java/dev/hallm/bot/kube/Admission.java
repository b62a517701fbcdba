package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The admission plugins that matter here, in Kubernetes' order: namespaces, limit ranges, then quotas last. */
final class Admission {
    private final Store store;
    private final LimitRanges limitRanges;
    private final QuotaAdmission quotas;

    Admission(Store store) {
        this.store = store;
        this.limitRanges = new LimitRanges(store);
        this.quotas = new QuotaAdmission(store);
    }

    /** @throws ApiProblem 404 when the namespace is not there, 403 when it is on its way out */
    void requireNamespace(ObjectRef ref) {
        if (!ref.type().namespaced()) {
            return;
        }
        ObjectNode namespace = store.find(ObjectRef.ofNamespace(ref.namespace()))
                .orElseThrow(() -> ApiProblem.notFound(ResourceTypes.NAMESPACES, ref.namespace()));
        if (Meta.terminating(namespace)) {
            String ending = "namespace %s is being terminated".formatted(ref.namespace());
            String why = "unable to create new content in namespace %s because it is being terminated"
                    .formatted(ref.namespace());
            var cause = new Cause("NamespaceTerminating", "metadata.namespace", ending);
            throw ApiProblem.forbidden(ref.type(), ref.name(), why, cause);
        }
    }

    void mutate(ResourceType type, ObjectNode object) {
        if (type.equals(ResourceTypes.PODS)) {
            limitRanges.admit(object);
        }
    }

    void charge(ObjectRef ref, @Nullable ObjectNode before, ObjectNode object, boolean charge) {
        if (before != null && ref.type().equals(ResourceTypes.CLAIMS)) {
            Claims.requireExpandable(store, before, object);
        }
        quotas.admit(ref, before, object, charge);
    }
}
