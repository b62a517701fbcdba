package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that hold on the in-memory cluster and on a real one, each in a namespace of its own. */
abstract class Scenarios {
    final String namespace = "ha-llm-user-" + UUID.randomUUID().toString().substring(0, 8);
    private TestCluster cluster;
    KubernetesClient client;

    abstract TestCluster startCluster();

    @BeforeEach
    void connect() {
        cluster = startCluster();
        Config config = Config.fromKubeconfig(cluster.kubeconfig());
        config.setRequestRetryBackoffLimit(0);
        client = new KubernetesClientBuilder().withConfig(config).build();
        createNamespace(namespace);
        await().until(() -> client.serviceAccounts()
                        .inNamespace(namespace)
                        .withName("default")
                        .get()
                != null);
    }

    @AfterEach
    void disconnect() {
        client.namespaces().withName(namespace).delete();
        client.close();
        cluster.close();
    }

    String kubeconfig() {
        return cluster.kubeconfig();
    }

    void createNamespace(String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Creates an object in the test's namespace. */
    HasMetadata create(String yaml) {
        return client.resource(yaml).inNamespace(namespace).create();
    }

    /** A pod of one container with these resources. */
    Pod createPod(String name, String image, String resources) {
        return (Pod) create(pod(name, image, resources));
    }

    static String pod(String name, String image, String resources) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: {app: %s}}
                spec:
                  containers:
                  - name: main
                    image: "%s"
                    resources: %s
                """.formatted(name, name, image, resources);
    }

    /** What the server refused with; the call must fail. */
    static KubernetesClientException refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(KubernetesClientException.class, call);
        assertThat(refusal).as("the call should be refused").isNotNull();
        return refusal;
    }

    static void assertStatus(KubernetesClientException refusal, int code, String reason) {
        assertThat(refusal.getCode()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(refusal.getStatus().getReason()).isEqualTo(reason);
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
