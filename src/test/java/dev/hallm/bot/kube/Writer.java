package dev.hallm.bot.kube;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Create, update and delete, each with what an API server does on the way: defaults, admission, validation. */
final class Writer {
    private final Store store;
    private final ResourceTypes types;
    private final Clock clock;
    private final Defaults defaults;
    private final Admission admission;
    private final FieldOwners owners = new FieldOwners();

    Writer(Store store, ResourceTypes types, Clock clock) {
        this.store = store;
        this.types = types;
        this.clock = clock;
        this.defaults = new Defaults(store);
        this.admission = new Admission(store);
    }

    /**
     * How a write is meant.
     *
     * @param manager whose fields they are, empty when nobody's
     */
    record Options(String manager, boolean force, boolean dryRun) {
        static final Options INTERNAL = new Options("", false, false);
    }

    FieldOwners owners() {
        return owners;
    }

    /** Creates an object; its name may be generated. */
    ObjectNode create(ResourceType type, String namespace, ObjectNode wanted, Options options) {
        return store.atomically(() -> {
            ObjectNode object = prepared(type, namespace, wanted);
            ObjectRef ref = ObjectRef.of(type, object);
            admission.requireNamespace(ref);
            if (type.hasStatus() && !type.equals(ResourceTypes.NODES)) {
                object.remove("status");
            }
            defaults.fill(type, object);
            Canonical.write(type, object);
            admission.mutate(type, object);
            Validation.ofNew(type, object);
            if (store.find(ref).isPresent()) {
                throw ApiProblem.alreadyExists(type, ref.name());
            }
            admission.charge(ref, null, object, !options.dryRun());
            if (options.dryRun()) {
                return object;
            }
            ObjectNode stored = add(ref, object);
            if (!options.manager().isEmpty()) {
                owners.created(stored, wanted, options.manager());
            }
            return stored;
        });
    }

    /** Stores an object as it is, status included, in place of one of the same name. */
    ObjectNode seed(ResourceType type, ObjectNode wanted) {
        return store.atomically(() -> {
            ObjectNode object = prepared(type, Meta.namespace(wanted), wanted);
            defaults.fill(type, object);
            Canonical.write(type, object);
            Validation.ofNew(type, object);
            return add(ObjectRef.of(type, object), object);
        });
    }

    private ObjectNode add(ObjectRef ref, ObjectNode object) {
        if (ref.type().equals(ResourceTypes.CRDS)) {
            types.define(object);
        }
        return store.put(ref, object);
    }

    /**
     * Changes an object.
     *
     * @param part the subresource, empty for the object itself
     * @param change from what is stored to what is wanted
     * @throws ApiProblem 404 when it is gone, 409 when the wanted one names another version
     */
    ObjectNode update(ObjectRef ref, String part, UnaryOperator<ObjectNode> change, Options options) {
        return store.atomically(() -> {
            ObjectNode before = store.find(ref).orElseThrow(() -> ApiProblem.notFound(ref.type(), ref.name()));
            ObjectNode after = Revision.of(ref, part, before, change.apply(before.deepCopy()));
            defaults.fill(ref.type(), after);
            Canonical.write(ref.type(), after);
            Validation.ofUpdate(ref.type(), before, after);
            admission.charge(ref, before, after, !options.dryRun());
            Revision.countGeneration(ref.type(), before, after);
            if (options.dryRun()) {
                return after;
            }
            ObjectNode stored = store.put(ref, after);
            if (!options.manager().isEmpty()) {
                owners.updated(before, stored, options.manager());
            }
            removeIfReleased(ref, stored);
            return stored;
        });
    }

    /** Server-side apply. */
    ObjectNode apply(ObjectRef ref, ObjectNode wanted, Options options) {
        return store.atomically(() -> {
            boolean exists = store.find(ref).isPresent();
            var silent = new Options("", options.force(), options.dryRun());
            ObjectNode result = exists
                    ? update(ref, "", live -> owners.apply(live, wanted, options.manager(), options.force()), silent)
                    : create(ref.type(), ref.namespace(), wanted, silent);
            if (!options.dryRun()) {
                owners.applied(result, wanted, options.manager());
            }
            return result;
        });
    }

    /** Changes an object on a controller's behalf, unless it is gone. */
    void adjust(ObjectRef ref, Consumer<ObjectNode> change) {
        store.atomically(() -> {
            store.find(ref).ifPresent(before -> {
                ObjectNode after = before.deepCopy();
                change.accept(after);
                Revision.countGeneration(ref.type(), before, after);
                removeIfReleased(ref, store.put(ref, after));
            });
            return ref;
        });
    }

    /**
     * Deletes an object; what has finalizers, is a namespace or a running pod goes later.
     *
     * @return what it was last
     */
    ObjectNode delete(ObjectRef ref, @Nullable Integer gracePeriodSeconds) {
        return store.atomically(() -> {
            ObjectNode object = store.find(ref).orElseThrow(() -> ApiProblem.notFound(ref.type(), ref.name()));
            boolean running = ref.type().equals(ResourceTypes.PODS)
                    && !Json.text(object, "spec", "nodeName").isEmpty()
                    && (gracePeriodSeconds == null || gracePeriodSeconds > 0);
            boolean namespace = ref.type().equals(ResourceTypes.NAMESPACES);
            if (running || namespace || Meta.hasFinalizers(object)) {
                return markDeleted(ref, object);
            }
            remove(ref, object);
            return object;
        });
    }

    /** Deletes an object on a controller's behalf, unless it is gone. */
    void discard(ObjectRef ref) {
        store.atomically(() -> store.find(ref).map(_ -> delete(ref, null)));
    }

    /** Removes what nothing holds any more. */
    void remove(ObjectRef ref, ObjectNode object) {
        store.remove(ref);
        owners.forget(object);
    }

    private ObjectNode markDeleted(ObjectRef ref, ObjectNode object) {
        if (Meta.terminating(object)) {
            return object;
        }
        ObjectNode marked = object.deepCopy();
        Meta.of(marked).put("deletionTimestamp", now());
        if (ref.type().equals(ResourceTypes.PODS)) {
            Meta.of(marked).put("deletionGracePeriodSeconds", 30);
        }
        if (ref.type().equals(ResourceTypes.NAMESPACES)) {
            Json.child(marked, "status").put("phase", "Terminating");
        }
        return store.put(ref, marked);
    }

    private void removeIfReleased(ObjectRef ref, ObjectNode object) {
        boolean waitsForKubelet =
                ref.type().equals(ResourceTypes.PODS) || ref.type().equals(ResourceTypes.NAMESPACES);
        if (Meta.terminating(object) && !Meta.hasFinalizers(object) && !waitsForKubelet) {
            remove(ref, object);
        }
    }

    private ObjectNode prepared(ResourceType type, String namespace, ObjectNode wanted) {
        String stated = Json.text(wanted, "apiVersion");
        if (!stated.isEmpty() && !stated.equals(type.apiVersion())) {
            throw ApiProblem.unreadable(
                    type, "no kind \"%s\" is registered for version \"%s\"".formatted(type.kind(), stated));
        }
        ObjectNode object = Json.object("apiVersion", type.apiVersion(), "kind", type.kind());
        wanted.properties().stream()
                .filter(entry -> !object.has(entry.getKey()))
                .forEach(entry -> object.set(entry.getKey(), entry.getValue().deepCopy()));
        ObjectNode meta = Meta.of(object);
        if (type.namespaced()) {
            requireSameNamespace(meta, namespace);
        }
        String prefix = meta.path("generateName").asString("");
        if (Meta.name(object).isEmpty() && !prefix.isEmpty()) {
            meta.put("name", prefix + RandomName.suffix());
        }
        meta.remove(List.of("managedFields", "selfLink", "deletionTimestamp"));
        meta.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now());
        if (Revision.countsGenerations(type)) {
            meta.put("generation", 1);
        }
        return object;
    }

    private static void requireSameNamespace(ObjectNode meta, String namespace) {
        String stated = meta.path("namespace").asString("");
        if (!stated.isEmpty() && !stated.equals(namespace)) {
            throw ApiProblem.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the" + " request");
        }
        meta.put("namespace", namespace);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
