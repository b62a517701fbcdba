package dev.hallm.bot.kube;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.HashSet;
import java.util.Set;

/** Watches how many pods a namespace has at once. */
final class MostPods implements ResourceEventHandler<Pod>, AutoCloseable {
    private final Set<String> present = new HashSet<>();
    private final SharedIndexInformer<Pod> informer;
    private int most;

    MostPods(KubernetesClient client, String namespace) {
        informer = client.pods().inNamespace(namespace).inform(this);
    }

    synchronized int most() {
        return most;
    }

    @Override
    public synchronized void onAdd(Pod pod) {
        present.add(pod.getMetadata().getUid());
        most = Math.max(most, present.size());
    }

    @Override
    public void onUpdate(Pod before, Pod after) {
        // Only coming and going counts.
    }

    @Override
    public synchronized void onDelete(Pod pod, boolean finalStateUnknown) {
        present.remove(pod.getMetadata().getUid());
    }

    @Override
    public void close() {
        informer.close();
    }
}
