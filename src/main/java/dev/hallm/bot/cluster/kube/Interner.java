package dev.hallm.bot.cluster.kube;

import java.util.concurrent.ConcurrentHashMap;

/** One object for equal values: ten thousand tenants share their volume names, quantities and states. */
final class Interner {
    /** A bound, for values of tenants' own making. */
    private static final int MOST = 20_000;

    private final ConcurrentHashMap<Object, Object> pool = new ConcurrentHashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        Object known = pool.get(value);
        if (known == null && pool.size() < MOST) {
            known = pool.putIfAbsent(value, value);
        }
        return known == null ? value : (T) known;
    }
}
