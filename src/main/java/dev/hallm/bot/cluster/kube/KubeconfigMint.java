package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.CredentialSettings;
import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes kubeconfigs whose token is bound to an empty Secret of its own: who deletes that Secret revokes this one alone.
 * Those of tokens that have ended are swept away when the next one is made.
 */
@Component
class KubeconfigMint {
    /** Marks the Secret of a kubeconfig; its value is the account. */
    static final String KUBECONFIG = "hallm.dev/kubeconfig";

    static final String EXPIRES = "hallm.dev/expires";

    private static final Logger LOG = LoggerFactory.getLogger(KubeconfigMint.class);

    private final KubernetesClient client;
    private final OwnerAccounts accounts;
    private final Kubeconfigs kubeconfigs;
    private final CredentialSettings settings;
    private final Clock clock;

    KubeconfigMint(
            KubernetesClient client,
            OwnerAccounts accounts,
            Kubeconfigs kubeconfigs,
            CredentialSettings settings,
            Clock clock) {
        this.client = client;
        this.accounts = accounts;
        this.kubeconfigs = kubeconfigs;
        this.settings = settings;
        this.clock = clock;
    }

    Mint mint(TenantName tenant) {
        sweep(tenant);
        Cluster server = kubeconfigs.cluster();
        Secret secret = client.resource(bond(tenant)).create();
        try {
            TokenRequest minted = client.serviceAccounts()
                    .inNamespace(tenant.namespace())
                    .withName(OwnerAccounts.NAME)
                    .tokenRequest(wanted(secret));
            return new Mint.Minted(
                    kubeconfigs.of(tenant, server, minted.getStatus().getToken()),
                    Instant.parse(minted.getStatus().getExpirationTimestamp()));
        } catch (KubernetesClientException e) {
            delete(secret);
            throw e;
        }
    }

    private TokenRequest wanted(Secret secret) {
        return new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(settings.kubeconfig().toSeconds())
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Secret")
                .withName(secret.getMetadata().getName())
                .withUid(secret.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build();
    }

    private Secret bond(TenantName tenant) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withGenerateName("hallm-kubeconfig-")
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .addToLabels(KUBECONFIG, OwnerAccounts.NAME)
                .addToAnnotations(
                        EXPIRES, clock.instant().plus(settings.kubeconfig()).toString())
                .endMetadata()
                .withType("Opaque")
                .build();
    }

    private void sweep(TenantName tenant) {
        accounts.kubeconfigs(tenant).stream().filter(this::isOver).forEach(this::delete);
    }

    /** One that does not say until when it is good was not made here. */
    private boolean isOver(Secret secret) {
        Map<String, String> notes =
                Objects.requireNonNullElse(secret.getMetadata().getAnnotations(), Map.<String, String>of());
        try {
            return Instant.parse(notes.getOrDefault(EXPIRES, "")).isBefore(clock.instant());
        } catch (DateTimeParseException _) {
            return true;
        }
    }

    private void delete(Secret secret) {
        try {
            client.resource(secret).delete();
        } catch (KubernetesClientException e) {
            LOG.info(
                    "the Secret {} stays until the next kubeconfig is made",
                    secret.getMetadata().getName());
        }
    }
}
