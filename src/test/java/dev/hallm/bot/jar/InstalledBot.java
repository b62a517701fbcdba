package dev.hallm.bot.jar;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The bot's account with the rights of {@code manifests/bot}, installed into a real cluster; the bot runs elsewhere. */
final class InstalledBot {
    static final String NAMESPACE = "hallm";
    static final String ACCOUNT = "hallm-bot";

    private static final Path BASE = Path.of("manifests", "bot", "base");
    private static final List<String> RIGHTS =
            List.of("namespace.yaml", "service-account.yaml", "bot-role.yaml", "tenant-roles.yaml", "admission.yaml");
    private static final long HOUR = 3600;

    private InstalledBot() {}

    /** Installs what an administrator would, but for the Deployment. */
    static void install(KubernetesClient admin) throws IOException {
        for (String file : RIGHTS) {
            apply(admin, Files.readString(BASE.resolve(file)));
        }
    }

    static void apply(KubernetesClient admin, String yaml) {
        Object parsed = admin.getKubernetesSerialization().unmarshal(yaml);
        Collection<?> all = parsed instanceof Collection<?> several ? several : List.of(parsed);
        all.forEach(object -> admin.resource((HasMetadata) object)
                .fieldManager("administrator")
                .forceConflicts()
                .serverSideApply());
    }

    /** A kubeconfig of the account, by a token of an hour. */
    static String kubeconfig(KubernetesClient admin) {
        String token = admin.serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(ACCOUNT)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(HOUR)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        Config config = admin.getConfiguration();
        return """
                apiVersion: v1
                kind: Config
                current-context: bot
                clusters: [{name: bot, cluster: {server: "%s", %s}}]
                users: [{name: bot, user: {token: "%s"}}]
                contexts: [{name: bot, context: {cluster: bot, user: bot}}]
                """.formatted(config.getMasterUrl(), authority(config), token);
    }

    private static String authority(Config config) {
        if (config.getCaCertData() != null) {
            return "certificate-authority-data: \"" + config.getCaCertData() + "\"";
        }
        return config.getCaCertFile() == null
                ? "insecure-skip-tls-verify: true"
                : "certificate-authority: \"" + config.getCaCertFile() + "\"";
    }

    /** Whoever has the token. */
    static KubernetesClient client(String kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig);
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
