package dev.hallm.bot.kube;

import java.util.ArrayList;
import java.util.List;

/** Everything that acts on its own in the cluster. */
final class Controllers {
    private Controllers() {}

    static List<Controller> all(Api api, ControllerLoop loop) {
        var all = new ArrayList<Controller>(List.of(
                new NamespaceController(api, loop),
                new GarbageCollector(api),
                new DeploymentController(api),
                new ReplicaSetController(api, loop),
                new StatefulSetController(api, loop),
                new PodScheduler(api),
                new Kubelet(api, loop)));
        all.add(new QuotaController(api, loop));
        all.add(new ClaimController(api, loop));
        all.add(new CertificateController(api));
        all.addAll(LateStatus.all(api, loop));
        return all;
    }
}
