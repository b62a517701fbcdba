package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Ways through the API server to a ready pod, which network policies and closed ingresses leave open. */
final class PortForwards implements TenantServices {
    private final KubernetesClient client;

    PortForwards(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Way> open(TenantName tenant, Service service) {
        return client.pods().inNamespace(tenant.namespace()).list().getItems().stream()
                .filter(pod -> PodFacts.workloadOf(pod).equals(service.workload()))
                .filter(pod -> PodFacts.isReady(pod) && pod.getMetadata().getDeletionTimestamp() == null)
                .findFirst()
                .map(pod -> new Forwarded(forward(pod, service.port())));
    }

    private LocalPortForward forward(Pod pod, int port) {
        return client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .portForward(port, InetAddress.getLoopbackAddress(), 0);
    }

    /** Listens on loopback only. */
    private record Forwarded(LocalPortForward forward) implements Way {
        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:" + forward.getLocalPort());
        }

        @Override
        public void close() {
            try {
                forward.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
