package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Looks again at objects whose controller could not do its work, ever more slowly. */
final class Retries {
    private static final long FIRST_MILLIS = 100;
    private static final int DOUBLINGS = 5;

    private final ControllerLoop loop;
    private final Consumer<ObjectRef> work;
    private final Map<ObjectRef, Integer> failures = new HashMap<>();

    Retries(ControllerLoop loop, Consumer<ObjectRef> work) {
        this.loop = loop;
        this.work = work;
    }

    void later(ObjectRef ref) {
        int before = failures.merge(ref, 1, Integer::sum) - 1;
        Duration delay = Duration.ofMillis(FIRST_MILLIS << Math.min(before, DOUBLINGS));
        int ticket = before + 1;
        loop.after(delay, () -> {
            if (failures.getOrDefault(ref, 0) == ticket) {
                work.accept(ref);
            }
        });
    }

    void succeeded(ObjectRef ref) {
        failures.remove(ref);
    }

    /** Looks at once at everything in a namespace that waits, because something there has changed. */
    void hurry(String namespace) {
        failures.keySet().stream()
                .filter(ref -> ref.namespace().equals(namespace))
                .toList()
                .forEach(work);
    }
}
