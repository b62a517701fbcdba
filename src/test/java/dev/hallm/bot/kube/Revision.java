package dev.hallm.bot.kube;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What of a wanted object becomes stored: the system's own fields stay, and each part is written by its own path. */
final class Revision {
    private static final List<String> SYSTEM =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "generation", "name", "namespace");
    private static final Set<String> COUNTED = Set.of("apps", "networking.k8s.io", "cert-manager.io", "batch");

    private Revision() {}

    static ObjectNode of(ObjectRef ref, String part, ObjectNode before, ObjectNode wanted) {
        requireCurrent(ref, before, wanted);
        if (part.equals("status")) {
            ObjectNode after = before.deepCopy();
            return copy("status", wanted, after);
        }
        ObjectNode after = Json.object("apiVersion", before.path("apiVersion"), "kind", before.path("kind"));
        wanted.properties().stream()
                .filter(entry -> !after.has(entry.getKey()))
                .forEach(entry -> after.set(entry.getKey(), entry.getValue().deepCopy()));
        ObjectNode meta = Meta.of(after);
        SYSTEM.forEach(field -> copy(field, Meta.of(before.deepCopy()), meta));
        meta.put("resourceVersion", Meta.version(before));
        meta.remove(List.of("managedFields", "selfLink"));
        if (ref.type().hasStatus()) {
            copy("status", before, after);
        }
        if (ref.type().equals(ResourceTypes.SERVICES)) {
            keepAddress(before, after);
        }
        return after;
    }

    static boolean countsGenerations(ResourceType type) {
        return COUNTED.contains(type.group()) || !type.builtIn();
    }

    /** A generation is a version of what is wanted: it counts changes of everything but metadata and status. */
    static void countGeneration(ResourceType type, ObjectNode before, ObjectNode after) {
        if (countsGenerations(type) && !wantedPart(before).equals(wantedPart(after))) {
            Meta.of(after).put("generation", Meta.generation(before) + 1);
        }
    }

    private static ObjectNode wantedPart(ObjectNode object) {
        return object.deepCopy().without(List.of("metadata", "status"));
    }

    private static void requireCurrent(ObjectRef ref, ObjectNode before, ObjectNode wanted) {
        String version = Meta.version(wanted);
        if (!version.isEmpty() && !version.equals(Meta.version(before))) {
            String why = "the object has been modified; please apply your changes to the latest version and try again";
            throw ApiProblem.conflict(ref.type(), ref.name(), why);
        }
        String uid = Meta.uid(wanted);
        if (!uid.isEmpty() && !uid.equals(Meta.uid(before))) {
            String why = "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                    .formatted(uid, Meta.uid(before));
            throw ApiProblem.conflict(ref.type(), ref.name(), why);
        }
    }

    private static void keepAddress(ObjectNode before, ObjectNode after) {
        ObjectNode spec = Json.child(after, "spec");
        if (!spec.hasNonNull("clusterIP")) {
            copy("clusterIP", Json.child(before.deepCopy(), "spec"), spec);
        }
    }

    private static ObjectNode copy(String field, ObjectNode from, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.path(field).deepCopy());
        } else {
            to.remove(field);
        }
        return to;
    }
}
