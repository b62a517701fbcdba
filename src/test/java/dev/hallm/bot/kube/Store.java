package dev.hallm.bot.kube;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects, one counter of versions and the recent history, as etcd keeps them. A stored node is never changed:
 * whoever wants another one stores a copy.
 */
final class Store {
    private static final int HISTORY = 20_000;

    private final Map<ResourceType, NavigableMap<ObjectRef, ObjectNode>> objects = new HashMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private long version = 1;
    private long forgotten = 0;

    /** Runs work that nobody else's change can come between. */
    synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    synchronized long version() {
        return version;
    }

    synchronized Optional<ObjectNode> find(ObjectRef ref) {
        return Optional.ofNullable(ofType(ref.type()).get(ref));
    }

    /** The objects of a type in a namespace, of all namespaces when that is empty. */
    synchronized List<ObjectNode> list(ResourceType type, String namespace) {
        var all = ofType(type);
        Collection<ObjectNode> wanted = namespace.isEmpty()
                ? all.values()
                : all.subMap(new ObjectRef(type, namespace, ""), new ObjectRef(type, namespace + "\0", ""))
                        .values();
        return new ArrayList<>(wanted);
    }

    /** Stores an object under its next version and answers what is stored; nothing happens when nothing differs. */
    synchronized ObjectNode put(ObjectRef ref, ObjectNode object) {
        ObjectNode before = ofType(ref.type()).get(ref);
        if (before != null && before.equals(object)) {
            return before;
        }
        ObjectNode stored = versioned(object);
        ofType(ref.type()).put(ref, stored);
        record(new Change(version, before == null ? Change.Verb.ADDED : Change.Verb.MODIFIED, ref, before, stored));
        return stored;
    }

    synchronized void remove(ObjectRef ref) {
        ObjectNode before = ofType(ref.type()).remove(ref);
        if (before != null) {
            ObjectNode last = versioned(before);
            record(new Change(version, Change.Verb.DELETED, ref, before, last));
        }
    }

    /** Hears every later change in order, while the store is locked: be quick. */
    void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    /**
     * What happened after a version.
     *
     * @throws ApiProblem 410 when that is forgotten
     */
    synchronized List<Change> since(long wanted) {
        requireRemembered(wanted);
        return history.stream().filter(change -> change.version() > wanted).toList();
    }

    synchronized void requireRemembered(long wanted) {
        if (wanted < forgotten) {
            throw ApiProblem.expired("too old resource version: %d (%d)".formatted(wanted, forgotten));
        }
    }

    /** Makes every version handed out so far too old, as a compaction does. */
    synchronized void forget() {
        history.clear();
        version++;
        forgotten = version;
    }

    private void record(Change change) {
        history.addLast(change);
        if (history.size() > HISTORY) {
            forgotten = history.removeFirst().version();
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    private ObjectNode versioned(ObjectNode object) {
        version++;
        ObjectNode copy = object.deepCopy();
        Meta.of(copy).put("resourceVersion", Long.toString(version));
        return copy;
    }

    private NavigableMap<ObjectRef, ObjectNode> ofType(ResourceType type) {
        return objects.computeIfAbsent(type, _ -> new TreeMap<>());
    }
}
