package dev.hallm.bot.scenario;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A tenant as Kubernetes has it, looked at past the bot. */
record OnCluster(KubernetesClient kube, String tenant) {
    /** The namespace that the platform's guide gives this tenant. */
    String namespaceName() {
        return "ha-llm-user-" + tenant;
    }

    boolean exists() {
        return kube.namespaces().withName(namespaceName()).get() != null;
    }

    Namespace namespace() {
        return kube.namespaces().withName(namespaceName()).get();
    }

    private Resource<Secret> secret(String name) {
        return kube.secrets().inNamespace(namespaceName()).withName(name);
    }

    boolean hasSecret(String name) {
        return secret(name).get() != null;
    }

    String passwordIn(String secret) {
        String password = secret(secret).get().getData().get("password");
        return new String(Base64.getDecoder().decode(password), StandardCharsets.UTF_8);
    }

    /** Whether the API server knows a token; what it may do is the role's, which not every test cluster has. */
    boolean knows(String token) {
        Config config = new ConfigBuilder(kube.getConfiguration())
                .withClientCertData(null)
                .withClientCertFile(null)
                .withClientKeyData(null)
                .withClientKeyFile(null)
                .withAutoOAuthToken(null)
                .withOauthToken(token)
                .build();
        try (KubernetesClient owner =
                new KubernetesClientBuilder().withConfig(config).build()) {
            owner.pods().inNamespace(namespaceName()).list();
            return true;
        } catch (KubernetesClientException e) {
            return e.getCode() == 403;
        }
    }

    /** Gives Home Assistant an image that can be pulled. */
    void mendImage() {
        kube.apps()
                .deployments()
                .inNamespace(namespaceName())
                .withName("home-assistant")
                .edit(deployment -> {
                    var pod = deployment.getSpec().getTemplate().getSpec();
                    pod.getContainers().forEach(c -> c.setImage(c.getImage().replace("never-pulls", "stable")));
                    pod.getInitContainers().forEach(c -> c.setImage(c.getImage().replace("never-pulls", "stable")));
                    return deployment;
                });
    }
}
