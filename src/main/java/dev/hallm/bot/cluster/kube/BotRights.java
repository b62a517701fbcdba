package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the bot its rights inside a tenant's namespace, and nowhere else: whoever it is binds itself there to one
 * ClusterRole. Where the bot may do everything anyway the role need not exist.
 */
@Component
class BotRights {
    static final String ROLE = "hallm-tenant-bot";
    static final String BINDING = "hallm-bot";
    static final String OWNERS_ROLE = "hallm-tenant-owner";
    static final String OWNERS_ACCOUNT = "hallm-owner";

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    /** A new binding counts after some 100 ms, once the API server's own cache has it. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final KubernetesClient client;
    private final Applier applier;
    private volatile @Nullable Subject self;

    BotRights(KubernetesClient client, Applier applier) {
        this.client = client;
        this.applier = applier;
    }

    void bind(TenantName tenant) {
        applier.apply(binding(tenant));
    }

    /** Repeats what is forbidden for a moment after a binding. */
    <T> T onceTheyCount(Supplier<T> call) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (KubernetesClientException e) {
                if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN || System.nanoTime() > deadline || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RoleBinding binding(TenantName tenant) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(tenant.namespace())
                .withName(BINDING)
                .addToLabels(Applier.MANAGED_BY, Applier.FIELD_MANAGER)
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", ROLE)
                .withSubjects(List.of(self()))
                .build();
    }

    private Subject self() {
        Subject known = self;
        if (known == null) {
            known = subject(client.authentication()
                    .v1()
                    .selfSubjectReviews()
                    .create(new SelfSubjectReview())
                    .getStatus()
                    .getUserInfo()
                    .getUsername());
            self = known;
        }
        return known;
    }

    static Subject subject(String user) {
        String[] account = user.startsWith(SERVICE_ACCOUNT) ? user.split(":", -1) : new String[0];
        return account.length == 4
                ? new SubjectBuilder()
                        .withKind("ServiceAccount")
                        .withNamespace(account[2])
                        .withName(account[3])
                        .build()
                : new SubjectBuilder()
                        .withApiGroup(RBAC)
                        .withKind("User")
                        .withName(user)
                        .build();
    }
}
