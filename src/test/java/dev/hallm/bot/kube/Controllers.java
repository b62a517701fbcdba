package dev.hallm.bot.kube;

import java.util.List;

/** Everything that acts on its own in the cluster. */
final class Controllers {
    private Controllers() {}

    static List<Controller> all(Api api, ControllerLoop loop) {
        return List.of(new NamespaceController(api, loop), new GarbageCollector(api));
    }
}
