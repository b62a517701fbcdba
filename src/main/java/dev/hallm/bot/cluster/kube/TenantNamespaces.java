package dev.hallm.bot.cluster.kube;

import static dev.hallm.bot.cluster.kube.NamespaceFacts.OWNER;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.PHASE;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.SIZE;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.TENANT;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the namespaces of tenants, and never takes one that is somebody else's. */
@Component
class TenantNamespaces {
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(Applier.FIELD_MANAGER)
            .build();

    private final KubernetesClient client;
    private final Applier applier;
    private final BotRights rights;

    TenantNamespaces(KubernetesClient client, Applier applier, BotRights rights) {
        this.client = client;
        this.applier = applier;
        this.rights = rights;
    }

    ClusterAnswer ensure(TenantName tenant, ChatAccount owner, StackSize size) {
        Optional<Namespace> existing = find(tenant);
        return existing.flatMap(namespace -> objection(namespace, owner)).orElseGet(() -> {
            applier.apply(wanted(tenant, owner, size, existing));
            rights.bind(tenant);
            return new ClusterAnswer.Done();
        });
    }

    private static Optional<ClusterAnswer> objection(Namespace namespace, ChatAccount owner) {
        String name = namespace.getMetadata().getName();
        if (namespace.getMetadata().getDeletionTimestamp() != null) {
            return Optional.of(new ClusterAnswer.NotYet(name + " is still being deleted" + remains(namespace)));
        }
        return switch (NamespaceFacts.annotation(namespace, OWNER).orElse("")) {
            case "" ->
                Optional.of(new ClusterAnswer.Refused(
                        "the namespace " + name + " exists and was not made by the bot; choose another name"));
            case String text when text.equals(owner.toString()) -> Optional.empty();
            case String _ ->
                Optional.of(new ClusterAnswer.Refused(
                        "the namespace " + name + " belongs to somebody else; choose another name"));
        };
    }

    /** What a namespace that is being deleted waits for, in the API server's own conditions. */
    private static String remains(Namespace namespace) {
        if (namespace.getStatus() == null) {
            return "";
        }
        String messages = namespace.getStatus().getConditions().stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .map(NamespaceCondition::getMessage)
                .collect(Collectors.joining("; "));
        return messages.isEmpty() ? "" : ": " + Words.shortened(messages);
    }

    /** The current phase is applied again: left out, server-side apply would take it away. */
    private static Namespace wanted(
            TenantName tenant, ChatAccount owner, StackSize size, Optional<Namespace> existing) {
        String phase = existing.flatMap(namespace -> NamespaceFacts.label(namespace, PHASE))
                .orElseGet(TenantPhase.ONBOARDING::word);
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(tenant.namespace())
                .withResourceVersion(
                        existing.map(namespace -> namespace.getMetadata().getResourceVersion())
                                .orElse(null))
                .addToLabels("user-namespace", "true")
                .addToLabels(TENANT, tenant.value())
                .addToLabels(PHASE, phase)
                .addToLabels("pod-security.kubernetes.io/enforce", "baseline")
                .addToLabels("pod-security.kubernetes.io/warn", "restricted")
                .addToAnnotations(OWNER, owner.toString())
                .addToAnnotations(SIZE, size.name())
                .endMetadata()
                .build();
    }

    ClusterAnswer mark(TenantName tenant, TenantPhase phase) {
        Optional<Namespace> existing = find(tenant);
        if (existing.isEmpty()) {
            return new ClusterAnswer.Refused("the namespace " + tenant.namespace() + " is gone");
        }
        if (NamespaceFacts.annotation(existing.get(), OWNER).isEmpty()) {
            return new ClusterAnswer.Refused("the namespace " + tenant.namespace() + " was not made by the bot");
        }
        client.namespaces()
                .withName(tenant.namespace())
                .patch(MERGE, "{\"metadata\":{\"labels\":{\"" + PHASE + "\":\"" + phase.word() + "\"}}}");
        return new ClusterAnswer.Done();
    }

    private Optional<Namespace> find(TenantName tenant) {
        return Optional.ofNullable(
                client.namespaces().withName(tenant.namespace()).get());
    }
}
