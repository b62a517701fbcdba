package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.stereotype.Component;

/**
 * The login that a tenant's ingress asks for, in two Secrets of its namespace: one readable for the bot, and the
 * htpasswd line that ingress controllers read ({@code $2y$}, as Apache writes it).
 */
@Component
class IngressLogins {
    static final String LOGIN = "hallm-ingress-login";
    static final String BASIC_AUTH = "ingress-basic-auth";
    /** Names the renewal that a password is of. */
    static final String ROTATION = "hallm.dev/rotation";

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 24;

    private final KubernetesClient client;
    private final Applier applier;
    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(BCryptVersion.$2Y);

    IngressLogins(KubernetesClient client, Applier applier) {
        this.client = client;
        this.applier = applier;
    }

    ClusterAnswer ensure(TenantName tenant) {
        Optional<IngressLogin> before = find(tenant);
        IngressLogin login = before.orElseGet(() -> create(tenant));
        if (!isHashed(tenant, login)) {
            String line = login.user() + ":" + bcrypt.encode(login.password()) + "\n";
            applier.apply(secret(tenant, BASIC_AUTH, Map.of("auth", encoded(line))));
        }
        return new ClusterAnswer.Done(before.isPresent() ? "a login" : "no login", "a login in two Secrets");
    }

    /** Another password, once for each rotation; controllers read the new line within seconds. */
    ClusterAnswer renew(TenantName tenant, String rotation) {
        boolean renewed = read(tenant, LOGIN)
                .flatMap(IngressLogins::rotation)
                .filter(rotation::equals)
                .isPresent();
        if (!renewed) {
            applier.apply(new SecretBuilder(secret(tenant, LOGIN, data(new IngressLogin(tenant.value(), password()))))
                    .editMetadata()
                    .addToAnnotations(ROTATION, rotation)
                    .endMetadata()
                    .build());
        }
        return ensure(tenant);
    }

    private static Optional<String> rotation(Secret secret) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations()).map(notes -> notes.get(ROTATION));
    }

    private static Map<String, String> data(IngressLogin login) {
        return Map.of("user", encoded(login.user()), "password", encoded(login.password()));
    }

    Optional<IngressLogin> find(TenantName tenant) {
        return read(tenant, LOGIN).flatMap(secret -> {
            Optional<String> user = value(secret, "user");
            return user.flatMap(name -> value(secret, "password").map(password -> new IngressLogin(name, password)));
        });
    }

    /** Creates, never applies: of two at once the first one counts, and the second reads it. */
    private IngressLogin create(TenantName tenant) {
        var login = new IngressLogin(tenant.value(), password());
        try {
            client.resource(secret(tenant, LOGIN, data(login))).create();
            return login;
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
            return find(tenant).orElseThrow(() -> e);
        }
    }

    private boolean isHashed(TenantName tenant, IngressLogin login) {
        String user = login.user() + ":";
        return read(tenant, BASIC_AUTH)
                .flatMap(secret -> value(secret, "auth"))
                .map(String::strip)
                .filter(line -> line.startsWith(user))
                .filter(line -> bcrypt.matches(login.password(), line.substring(user.length())))
                .isPresent();
    }

    private String password() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    private Optional<Secret> read(TenantName tenant, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(tenant.namespace()).withName(name).get());
    }

    private static Secret secret(TenantName tenant, String name, Map<String, String> data) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(name)
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .endMetadata()
                .withType("Opaque")
                .withData(data)
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
