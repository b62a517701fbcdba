package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads cert-manager's Certificates; a cluster without cert-manager simply has none. */
@Component
class Certificates {
    private static final ResourceDefinitionContext CERTIFICATE = new ResourceDefinitionContext.Builder()
            .withGroup("cert-manager.io")
            .withVersion("v1")
            .withKind("Certificate")
            .withPlural("certificates")
            .withNamespaced(true)
            .build();

    private final KubernetesClient client;

    Certificates(KubernetesClient client) {
        this.client = client;
    }

    List<Certificate> of(TenantName tenant) {
        try {
            return client
                    .genericKubernetesResources(CERTIFICATE)
                    .inNamespace(tenant.namespace())
                    .list()
                    .getItems()
                    .stream()
                    .map(Certificates::certificate)
                    .toList();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private static Certificate certificate(GenericKubernetesResource resource) {
        Map<?, ?> ready = readyCondition(resource);
        boolean isReady = "True".equals(ready.get("status"));
        String why = ready.get("message") instanceof String message ? Words.shortened(message) : "not issued yet";
        return new Certificate(resource.getMetadata().getName(), isReady, isReady ? "" : why, notAfter(resource));
    }

    private static Map<?, ?> readyCondition(GenericKubernetesResource resource) {
        if (resource.get("status", "conditions") instanceof List<?> conditions) {
            for (Object condition : conditions) {
                if (condition instanceof Map<?, ?> map && "Ready".equals(map.get("type"))) {
                    return map;
                }
            }
        }
        return Map.of();
    }

    private static Optional<Instant> notAfter(GenericKubernetesResource resource) {
        return resource.get("status", "notAfter") instanceof String time
                ? Optional.of(Instant.parse(time))
                : Optional.empty();
    }
}
