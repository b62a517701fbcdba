package dev.hallm.bot.cluster.kube;

import java.util.stream.Stream;

/** Keeps what matters of one kind of object, instead of the objects. Calls come from one thread at a time. */
interface Projection<T> {
    void put(T object);

    void remove(ObjectKey key);

    /** Of everything that was put and not removed. */
    Stream<ObjectKey> keys();
}
