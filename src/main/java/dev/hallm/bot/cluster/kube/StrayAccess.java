package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantCredentials.Strays;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks for ways into a tenant's namespace that the bot did not make; by name, since labels can be copied. */
@Component
class StrayAccess {
    private static final Set<String> OWN_ACCOUNTS = Set.of("default", OwnerAccounts.NAME);
    private static final Set<String> OWN_BINDINGS = Set.of(OwnerAccounts.NAME, BotRights.BINDING);
    private static final String LONG_LIVED_TOKEN = "kubernetes.io/service-account-token";

    private final KubernetesClient client;

    StrayAccess(KubernetesClient client) {
        this.client = client;
    }

    Strays of(TenantName tenant) {
        String namespace = tenant.namespace();
        Stream<String> accounts =
                strangers(client.serviceAccounts().inNamespace(namespace).list().getItems(), OWN_ACCOUNTS);
        Stream<String> bindings = strangers(
                client.rbac().roleBindings().inNamespace(namespace).list().getItems(), OWN_BINDINGS);
        Stream<Secret> tokens = client.secrets().inNamespace(namespace).list().getItems().stream()
                .filter(secret -> LONG_LIVED_TOKEN.equals(secret.getType()));
        return new Strays.Found(Stream.of(accounts, bindings, tokens.map(StrayAccess::word))
                .flatMap(found -> found)
                .toList());
    }

    private static Stream<String> strangers(Collection<? extends HasMetadata> objects, Set<String> own) {
        return objects.stream()
                .filter(object -> !own.contains(object.getMetadata().getName()))
                .map(StrayAccess::word);
    }

    private static String word(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }
}
