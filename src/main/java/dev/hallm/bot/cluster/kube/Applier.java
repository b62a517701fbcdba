package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.stereotype.Component;

/** Server-side apply in the bot's name; what it applies is its own, whoever changed it in between. */
@Component
class Applier {
    static final String FIELD_MANAGER = "hallm";
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private final KubernetesClient client;

    Applier(KubernetesClient client) {
        this.client = client;
    }

    <T extends HasMetadata> T apply(T object) {
        return client.resource(object)
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }
}
