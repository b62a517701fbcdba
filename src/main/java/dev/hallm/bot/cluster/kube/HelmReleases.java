package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Helm's own record of a release: one Secret for each revision, its state in labels. Source: Helm 3,
 * {@code pkg/storage/driver/secrets.go}.
 */
@Component
public class HelmReleases {
    private static final Set<String> PENDING = Set.of("pending-install", "pending-upgrade", "pending-rollback");
    private static final JsonMapper JSON = new JsonMapper();

    private final KubernetesClient client;

    HelmReleases(KubernetesClient client) {
        this.client = client;
    }

    /** One revision, as its Secret's labels say. */
    public record Revision(String secret, int number, String status) {}

    /** The revisions of a tenant's release, the oldest first. */
    public List<Revision> revisions(TenantName tenant) {
        return secrets(tenant).stream()
                .map(secret -> new Revision(secret.getMetadata().getName(), number(secret), label(secret, "status")))
                .toList();
    }

    /**
     * Deletes those that a killed call left behind, which no later call could move. What such a call made stays, and
     * the next one adopts it.
     *
     * @return the others
     */
    public List<Revision> withoutPending(TenantName tenant, List<Revision> revisions) {
        revisions.stream().filter(HelmReleases::isPending).forEach(revision -> delete(tenant, revision));
        return revisions.stream().filter(revision -> !isPending(revision)).toList();
    }

    private static boolean isPending(Revision revision) {
        return PENDING.contains(revision.status());
    }

    /** Deletes superseded revisions before the last ones; Helm's library keeps all of them. */
    public void prune(TenantName tenant, List<Revision> revisions, int keep) {
        revisions.stream()
                .limit(Math.max(0, revisions.size() - keep))
                .filter(revision -> revision.status().equals("superseded"))
                .forEach(revision -> delete(tenant, revision));
    }

    private void delete(TenantName tenant, Revision revision) {
        client.secrets()
                .inNamespace(tenant.namespace())
                .withName(revision.secret())
                .delete();
    }

    /** The latest revision, with the chart that its payload names. */
    Optional<Release> latest(TenantName tenant) {
        List<Secret> secrets = secrets(tenant);
        return secrets.isEmpty() ? Optional.empty() : Optional.of(release(tenant, secrets.getLast()));
    }

    private static Release release(TenantName tenant, Secret secret) {
        return new Release(tenant.release(), number(secret), label(secret, "status"), chart(secret));
    }

    private static String chart(Secret secret) {
        JsonNode metadata = payload(secret).path("chart").path("metadata");
        return metadata.path("name").asString("?") + "-"
                + metadata.path("version").asString("?");
    }

    /** Base64 of gzip of JSON, in a Secret's base64. */
    private static JsonNode payload(Secret secret) {
        byte[] encoded = Base64.getDecoder().decode(secret.getData().get("release"));
        try (InputStream json =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(encoded)))) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Secret> secrets(TenantName tenant) {
        return client
                .secrets()
                .inNamespace(tenant.namespace())
                .withLabels(Map.of("owner", "helm", "name", tenant.release()))
                .list()
                .getItems()
                .stream()
                .sorted(Comparator.comparingInt(HelmReleases::number))
                .toList();
    }

    private static int number(Secret secret) {
        return Integer.parseInt(label(secret, "version"));
    }

    private static String label(Secret secret, String key) {
        return Objects.requireNonNullElse(secret.getMetadata().getLabels().get(key), "");
    }
}
