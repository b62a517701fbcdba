package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of the API server. Building it calls nothing: the bot starts while Kubernetes is away. */
@Configuration(proxyBeanMethods = false)
class KubeClientConfiguration {
    private static final int REQUEST_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int RETRIES = 2;
    private static final int RECONNECT_MILLIS = 250;

    /** @throws ClusterNotConfigured when no cluster is named anywhere */
    @Bean
    KubeAccess kubeAccess(
            @Value("${hallm.kubernetes.kubeconfig-contents:}") String contents,
            @Value("${hallm.kubernetes.kubeconfig:}") String path) {
        return KubeAccessSearch.ofThisProcess().find(contents, path);
    }

    /** @throws ClusterNotConfigured when the kubeconfig cannot be read */
    @Bean(destroyMethod = "close")
    KubernetesClient kubernetesClient(KubeAccess access) {
        return clientOf(access);
    }

    static KubernetesClient clientOf(KubeAccess access) {
        return new KubernetesClientBuilder().withConfig(tuned(configOf(access))).build();
    }

    private static Config configOf(KubeAccess access) {
        try {
            return switch (access) {
                case KubeAccess.Contents(String kubeconfig) -> Config.fromKubeconfig(kubeconfig);
                case KubeAccess.File(var file) -> Config.fromKubeconfig(file.toFile());
                case KubeAccess.Merged _, KubeAccess.InCluster _ -> Config.autoConfigure(null);
            };
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new ClusterNotConfigured("its kubeconfig cannot be read (" + access + ")");
        }
    }

    private static Config tuned(Config config) {
        return new ConfigBuilder(config)
                .withRequestTimeout(REQUEST_MILLIS)
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestRetryBackoffLimit(RETRIES)
                .withRequestRetryBackoffInterval(100)
                .withWatchReconnectInterval(RECONNECT_MILLIS)
                .withWatchReconnectLimit(-1)
                .build();
    }
}
