package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.homeassistant.FirstLoginStore;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the login of a tenant's Home Assistant in its namespace until the owner has it. */
@Component
class FirstLoginSecrets implements FirstLoginStore {
    static final String SECRET = "home-assistant-first-login";

    /** How far the API server's clock may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final int RANDOM_BYTES = 24;

    private final KubernetesClient client;
    private final SecureRandom random = new SecureRandom();

    FirstLoginSecrets(KubernetesClient client) {
        this.client = client;
    }

    /** Creates, never applies: of two at once the first one counts, and the second reads it. */
    @Override
    public FirstLogin ensure(TenantName tenant) {
        return find(tenant).orElseGet(() -> create(tenant));
    }

    private FirstLogin create(TenantName tenant) {
        var login = new FirstLogin(tenant.value(), password());
        try {
            client.resource(secret(tenant, login)).create();
            return login;
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
            return find(tenant).orElseThrow(() -> e);
        }
    }

    Optional<FirstLogin> find(TenantName tenant) {
        Secret secret = client.secrets()
                .inNamespace(tenant.namespace())
                .withName(SECRET)
                .get();
        return Optional.ofNullable(secret).flatMap(FirstLoginSecrets::login);
    }

    private static Optional<FirstLogin> login(Secret secret) {
        return value(secret, "username")
                .flatMap(user -> value(secret, "password").map(password -> new FirstLogin(user, password)));
    }

    /** A login of a later onboarding stays, for nobody may have seen it yet. */
    ClusterAnswer forget(TenantName tenant, Instant until) {
        Secret secret = client.secrets()
                .inNamespace(tenant.namespace())
                .withName(SECRET)
                .get();
        if (secret == null || isMadeAfter(until, secret)) {
            return new ClusterAnswer.Done();
        }
        client.resource(secret).lockResourceVersion().delete();
        return new ClusterAnswer.Done();
    }

    private static boolean isMadeAfter(Instant time, Secret secret) {
        return Instant.parse(secret.getMetadata().getCreationTimestamp()).isAfter(time.plus(CLOCKS_APART));
    }

    ClusterAnswer forget(TenantName tenant) {
        client.secrets().inNamespace(tenant.namespace()).withName(SECRET).delete();
        return new ClusterAnswer.Done();
    }

    private String password() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Secret secret(TenantName tenant, FirstLogin login) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(SECRET)
                .addToLabels("app.kubernetes.io/managed-by", Applier.FIELD_MANAGER)
                .addToLabels(NamespaceFacts.TENANT, tenant.value())
                .endMetadata()
                .withType("kubernetes.io/basic-auth")
                .withData(Map.of("username", encoded(login.user()), "password", encoded(login.password())))
                .build();
    }

    private static Optional<String> value(Secret secret, String key) {
        return Optional.ofNullable(Objects.requireNonNullElse(secret.getData(), Map.<String, String>of())
                        .get(key))
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
