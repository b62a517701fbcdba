package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.CredentialSettings;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ClusterBuilder;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes kubeconfigs, with the API server as owners reach it and the tenant's namespace chosen. */
@Component
class Kubeconfigs {
    private static final String CLUSTER = "hallm";

    private final KubernetesClient client;
    private final CredentialSettings settings;

    Kubeconfigs(KubernetesClient client, CredentialSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    String of(TenantName tenant, Cluster cluster, String token) {
        return Serialization.asYaml(new ConfigBuilder()
                .withApiVersion("v1")
                .withKind("Config")
                .addNewCluster()
                .withName(CLUSTER)
                .withCluster(cluster)
                .endCluster()
                .addNewUser()
                .withName(tenant.value())
                .withNewUser()
                .withToken(token)
                .endUser()
                .endUser()
                .addNewContext()
                .withName(tenant.value())
                .withNewContext()
                .withCluster(CLUSTER)
                .withUser(tenant.value())
                .withNamespace(tenant.namespace())
                .endContext()
                .endContext()
                .withCurrentContext(tenant.value())
                .build());
    }

    /** @throws UnreadableAuthority when the certificate authority's file cannot be read */
    Cluster cluster() {
        ClusterBuilder cluster = new ClusterBuilder().withServer(server());
        return authority()
                .map(cluster::withCertificateAuthorityData)
                .orElse(cluster)
                .build();
    }

    /** The API server's address as kubeconfigs say it. */
    String server() {
        return settings.server().orElseGet(() -> client.getMasterUrl().toString());
    }

    /** Base64 of the certificates that owners trust; empty for those that every system trusts. */
    Optional<String> authority() {
        if (settings.certificateAuthority().isPresent()) {
            return settings.certificateAuthority().map(Kubeconfigs::encoded);
        }
        String data = client.getConfiguration().getCaCertData();
        if (data != null && !data.isBlank()) {
            return Optional.of(data.startsWith("-----") ? encoded(data.getBytes(StandardCharsets.UTF_8)) : data);
        }
        return Optional.ofNullable(client.getConfiguration().getCaCertFile())
                .filter(file -> !file.isBlank())
                .map(file -> encoded(Path.of(file)));
    }

    private static String encoded(Path file) {
        try {
            return encoded(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableAuthority(file, e);
        }
    }

    private static String encoded(byte[] pem) {
        return Base64.getEncoder().encodeToString(pem);
    }

    /** The file that bot-config or the bot's own kubeconfig names is not there. */
    static final class UnreadableAuthority extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableAuthority(Path file, IOException cause) {
            super("the certificate authority " + file + " cannot be read", cause);
        }
    }
}
