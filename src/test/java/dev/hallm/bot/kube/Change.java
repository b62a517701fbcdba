package dev.hallm.bot.kube;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of the store's history; the nodes are never changed after it.
 *
 * @param before what the object was, null when it is new
 * @param object what it is, or was last when it is gone
 */
record Change(
        long version, Verb verb, ObjectRef ref, @Nullable ObjectNode before, ObjectNode object) {
    enum Verb {
        ADDED,
        MODIFIED,
        DELETED
    }

    boolean of(ResourceType type) {
        return ref.type().equals(type);
    }

    boolean deleted() {
        return verb == Verb.DELETED;
    }
}
