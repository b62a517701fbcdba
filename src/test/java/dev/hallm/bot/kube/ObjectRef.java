package dev.hallm.bot.kube;

import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/** Which object; the namespace is empty for cluster-wide ones. Ordered as lists are. */
record ObjectRef(ResourceType type, String namespace, String name) implements Comparable<ObjectRef> {
    private static final Comparator<ObjectRef> ORDER =
            Comparator.comparing(ObjectRef::namespace).thenComparing(ObjectRef::name);

    static ObjectRef of(ResourceType type, ObjectNode object) {
        return new ObjectRef(type, Meta.namespace(object), Meta.name(object));
    }

    static ObjectRef ofNamespace(String name) {
        return new ObjectRef(ResourceTypes.NAMESPACES, "", name);
    }

    /** Only ever between objects of one type. */
    @Override
    public int compareTo(ObjectRef other) {
        return ORDER.compare(this, other);
    }
}
