package dev.hallm.bot.kube;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh cluster and a client of it, with a namespace to work in. */
abstract class KubeTest {
    static final String NAMESPACE = "ha-llm-user-ana";

    InMemoryKube kube;
    KubernetesClient client;

    @BeforeEach
    void startCluster() {
        kube = InMemoryKube.start();
        client = client(kube);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void stopCluster() {
        client.close();
        kube.close();
    }

    static KubernetesClient client(InMemoryKube kube) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build();
    }
}
