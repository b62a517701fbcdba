package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.cluster.Ownership;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes away what an onboarding made, and nothing that was there before or that somebody else made since. */
@Component
class TenantRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRemoval.class);

    private final KubernetesClient client;
    private final StackInstaller stacks;
    private final Belongings belongings;
    private final FirstLoginSecrets firstLogins;

    TenantRemoval(
            KubernetesClient client, StackInstaller stacks, Belongings belongings, FirstLoginSecrets firstLogins) {
        this.client = client;
        this.stacks = stacks;
        this.belongings = belongings;
        this.firstLogins = firstLogins;
    }

    /**
     * A release that Helm cannot uninstall does not hold up the namespace that it goes with. With the volumes goes the
     * account whose first password is kept.
     */
    ClusterAnswer stack(TenantName tenant, Ownership ownership) {
        Optional<Namespace> namespace = find(tenant).filter(found -> !isGoing(found));
        if (namespace.isEmpty()) {
            return gone();
        }
        if (!mayRemove(namespace.get(), Thing.RELEASE, ownership)) {
            return new ClusterAnswer.Done("a release of before", "it stays");
        }
        ClusterAnswer answer = stacks.uninstall(tenant);
        if (answer instanceof ClusterAnswer.Refused(String why, String _) && isOwn(namespace.get(), ownership)) {
            LOG.warn("the release of {} goes with its namespace: {}", tenant, why);
            return new ClusterAnswer.Done(why, "the release goes with its namespace");
        }
        if (answer instanceof ClusterAnswer.Done) {
            firstLogins.forget(tenant);
        }
        return answer;
    }

    ClusterAnswer platformObjects(TenantName tenant, Ownership ownership) {
        Optional<Namespace> namespace = find(tenant).filter(found -> !isGoing(found));
        if (namespace.isEmpty()) {
            return gone();
        }
        var removed = new ArrayList<String>();
        for (Thing thing : List.of(Thing.INGRESS_LOGIN, Thing.QUOTA)) {
            if (mayRemove(namespace.get(), thing, ownership)) {
                belongings.delete(tenant, thing);
                removed.add(thing == Thing.QUOTA ? "quota and limits" : "login");
            }
        }
        return removed.isEmpty()
                ? new ClusterAnswer.Done("quota and login of before", "they stay")
                : new ClusterAnswer.Done(String.join(", ", removed), "nothing of that");
    }

    ClusterAnswer namespace(TenantName tenant, Ownership ownership) {
        Optional<Namespace> namespace = find(tenant);
        if (namespace.isEmpty()) {
            return new ClusterAnswer.Done("", "no namespace " + tenant.namespace());
        }
        if (!isOwn(namespace.get(), ownership)) {
            return new ClusterAnswer.Done("a namespace that this onboarding did not make", "it stays");
        }
        if (!isGoing(namespace.get())) {
            client.resource(namespace.get()).lockResourceVersion().delete();
            return new ClusterAnswer.NotYet(tenant.namespace() + " is being deleted");
        }
        return new ClusterAnswer.NotYet(
                tenant.namespace() + " is still being deleted" + TenantNamespaces.remains(namespace.get()));
    }

    private static ClusterAnswer gone() {
        return new ClusterAnswer.Done("the namespace is gone already", "nothing");
    }

    private static boolean mayRemove(Namespace namespace, Thing thing, Ownership ownership) {
        return isOwn(namespace, ownership)
                || ownership.covers(thing, namespace.getMetadata().getUid());
    }

    /**
     * Whether the onboarding made it: the annotation alone may have been copied, as a restored backup has it, so that the
     * UID counts too. It is unknown only to an onboarding that ended before its first step was written down.
     */
    private static boolean isOwn(Namespace namespace, Ownership ownership) {
        boolean marked = NamespaceFacts.annotation(namespace, NamespaceFacts.ONBOARDING)
                .filter(ownership.onboarding()::equals)
                .isPresent();
        return marked
                && (ownership.made().isEmpty()
                        || ownership.covers(
                                Thing.NAMESPACE, namespace.getMetadata().getUid()));
    }

    private static boolean isGoing(Namespace namespace) {
        return namespace.getMetadata().getDeletionTimestamp() != null;
    }

    private Optional<Namespace> find(TenantName tenant) {
        return Optional.ofNullable(
                client.namespaces().withName(tenant.namespace()).get());
    }
}
