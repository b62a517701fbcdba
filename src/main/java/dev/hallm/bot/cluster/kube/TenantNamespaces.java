package dev.hallm.bot.cluster.kube;

import static dev.hallm.bot.cluster.kube.NamespaceFacts.ONBOARDING;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.OWNER;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.PHASE;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.SIZE;
import static dev.hallm.bot.cluster.kube.NamespaceFacts.TENANT;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.cluster.Made.Thing;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the namespaces of tenants, and never takes one that is somebody else's. */
@Component
class TenantNamespaces {
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(Applier.FIELD_MANAGER)
            .build();

    private static final String NAME = "Cancel this onboarding, and ask again with another name.";

    private final KubernetesClient client;
    private final Applier applier;
    private final BotRights rights;
    private final Belongings belongings;

    TenantNamespaces(KubernetesClient client, Applier applier, BotRights rights, Belongings belongings) {
        this.client = client;
        this.applier = applier;
        this.rights = rights;
        this.belongings = belongings;
    }

    ClusterAnswer ensure(TenantName tenant, ChatAccount owner, StackSize size, String onboarding) {
        Optional<Namespace> existing = find(tenant);
        return existing.flatMap(namespace -> objection(namespace, owner)).orElseGet(() -> {
            String uid = applier.apply(wanted(tenant, owner, size, existing, onboarding))
                    .getMetadata()
                    .getUid();
            rights.bind(tenant);
            List<Thing> missing = belongsTo(existing, onboarding)
                    ? List.of(Thing.values())
                    : rights.onceTheyCount(() -> missing(tenant));
            return new ClusterAnswer.Done(
                    existing.isPresent() ? "a namespace of the same owner" : "no namespace",
                    "namespace " + tenant.namespace(),
                    missing.stream().map(thing -> new Made(thing, uid)).toList());
        });
    }

    /** Whether a namespace is the onboarding's own, or will be. */
    private static boolean belongsTo(Optional<Namespace> existing, String onboarding) {
        return existing.isEmpty()
                || existing.flatMap(namespace -> NamespaceFacts.annotation(namespace, ONBOARDING))
                        .filter(onboarding::equals)
                        .isPresent();
    }

    /** What a namespace that was there before lacks, so that what comes of it later is the onboarding's. */
    private List<Thing> missing(TenantName tenant) {
        return Stream.of(Thing.QUOTA, Thing.RELEASE, Thing.INGRESS_LOGIN)
                .filter(thing -> !belongings.has(tenant, thing))
                .toList();
    }

    private static Optional<ClusterAnswer> objection(Namespace namespace, ChatAccount owner) {
        String name = namespace.getMetadata().getName();
        if (namespace.getMetadata().getDeletionTimestamp() != null) {
            return Optional.of(new ClusterAnswer.NotYet(name + " is still being deleted" + remains(namespace)));
        }
        return switch (NamespaceFacts.annotation(namespace, OWNER).orElse("")) {
            case "" ->
                Optional.of(new ClusterAnswer.Refused(
                        "the namespace " + name + " exists and was not made by the bot; choose another name", NAME));
            case String text when text.equals(owner.toString()) -> Optional.empty();
            case String _ ->
                Optional.of(new ClusterAnswer.Refused(
                        "the namespace " + name + " belongs to somebody else; choose another name", NAME));
        };
    }

    /** What a namespace that is being deleted waits for, in the API server's own conditions. */
    static String remains(Namespace namespace) {
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
            TenantName tenant, ChatAccount owner, StackSize size, Optional<Namespace> existing, String onboarding) {
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
                .addToAnnotations(origin(existing, onboarding))
                .endMetadata()
                .build();
    }

    /** Only a namespace that does not exist yet gets this onboarding's mark; another keeps the one that it has. */
    private static Map<String, String> origin(Optional<Namespace> existing, String onboarding) {
        return existing.map(namespace -> NamespaceFacts.annotation(namespace, ONBOARDING))
                .orElseGet(() -> Optional.of(onboarding))
                .map(mark -> Map.of(ONBOARDING, mark))
                .orElseGet(Map::of);
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
        return new ClusterAnswer.Done("", "phase " + phase.word());
    }

    boolean exists(TenantName tenant) {
        return find(tenant).isPresent();
    }

    private Optional<Namespace> find(TenantName tenant) {
        return Optional.ofNullable(
                client.namespaces().withName(tenant.namespace()).get());
    }
}
