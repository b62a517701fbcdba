package dev.hallm.bot.cluster.kube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few things by name, copied on write: a tenant has two of each kind and keeps them for long. */
final class Few<T> {
    private volatile Map<String, T> things = Map.of();

    /** Returns what had the name before. */
    synchronized @Nullable T put(String name, T thing) {
        var changed = new HashMap<>(things);
        T before = changed.put(name, thing);
        things = Map.copyOf(changed);
        return before;
    }

    /** Returns what had the name. */
    synchronized @Nullable T remove(String name) {
        var changed = new HashMap<>(things);
        T before = changed.remove(name);
        things = Map.copyOf(changed);
        return before;
    }

    Set<String> names() {
        return things.keySet();
    }

    /** In the order of names. */
    List<T> all() {
        return things.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean isEmpty() {
        return things.isEmpty();
    }
}
