package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.Namespace;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a tenant's namespace says about it. */
record NamespaceFacts(
        TenantPhase phase,
        Instant createdAt,
        @Nullable ChatAccount owner,
        @Nullable String size) {
    static final String PHASE = "hallm.dev/phase";
    static final String TENANT = "hallm.dev/tenant";
    static final String OWNER = "hallm.dev/owner";
    static final String SIZE = "hallm.dev/size";
    static final String ONBOARDING = "hallm.dev/onboarding";

    private static final Logger LOG = LoggerFactory.getLogger(NamespaceFacts.class);

    static NamespaceFacts of(Namespace namespace, Interner interner) {
        return new NamespaceFacts(
                phaseOf(namespace),
                Instant.parse(namespace.getMetadata().getCreationTimestamp()),
                annotation(namespace, OWNER)
                        .flatMap(text -> account(namespace, text))
                        .orElse(null),
                annotation(namespace, SIZE).map(interner::of).orElse(null));
    }

    private static TenantPhase phaseOf(Namespace namespace) {
        return namespace.getMetadata().getDeletionTimestamp() != null
                ? TenantPhase.DELETING
                : TenantPhase.ofLabel(label(namespace, PHASE).orElse(null));
    }

    private static Optional<ChatAccount> account(Namespace namespace, String text) {
        try {
            return Optional.of(ChatAccount.parse(text));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "{} has an owner that is no chat account: {}",
                    namespace.getMetadata().getName(),
                    text);
            return Optional.empty();
        }
    }

    static Optional<String> label(Namespace namespace, String key) {
        return value(namespace.getMetadata().getLabels(), key);
    }

    static Optional<String> annotation(Namespace namespace, String key) {
        return value(namespace.getMetadata().getAnnotations(), key);
    }

    private static Optional<String> value(@Nullable Map<String, String> map, String key) {
        return Optional.ofNullable(
                Objects.requireNonNullElse(map, Map.<String, String>of()).get(key));
    }
}
