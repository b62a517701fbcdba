package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterInspection.Gap;
import dev.hallm.bot.cluster.CredentialSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would make owners' kubeconfigs useless. */
final class CredentialGaps {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialGaps.class);
    private static final Pattern LOCAL =
            Pattern.compile("localhost|127\\..*|\\[?::1]?|0\\.0\\.0\\.0|kubernetes(\\.default.*)?|.*\\.svc(\\..*)?");

    private final KubernetesClient client;
    private final CredentialSettings settings;

    CredentialGaps(KubernetesClient client, CredentialSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    Stream<Gap> all() {
        return Stream.of(role(), address(), authority()).flatMap(Optional::stream);
    }

    /** What may not be read is not missing. */
    private Optional<Gap> role() {
        try {
            return client.rbac().clusterRoles().withName(BotRights.OWNERS_ROLE).get() == null
                    ? Optional.of(new Gap.NoOwnerRole(BotRights.OWNERS_ROLE))
                    : Optional.empty();
        } catch (KubernetesClientException e) {
            LOG.debug("the owners' role cannot be read: {}", e.getCode());
            return Optional.empty();
        }
    }

    private Optional<Gap> address() {
        String server = new Kubeconfigs(client, settings).server();
        String host = Optional.ofNullable(URI.create(server).getHost()).orElse("");
        return LOCAL.matcher(host).matches() ? Optional.of(new Gap.LocalAddress(server)) : Optional.empty();
    }

    private Optional<Gap> authority() {
        if (settings.certificateAuthority().isEmpty()
                && client.getConfiguration().isTrustCerts()) {
            return Optional.of(new Gap.Unverified(client.getMasterUrl().toString()));
        }
        return settings.certificateAuthority()
                .filter(file -> !hasCertificates(file))
                .map(file -> new Gap.NoAuthority(file.toString()));
    }

    private static boolean hasCertificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            LOG.debug("{} holds no certificates", file, e);
            return false;
        }
    }
}
