package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/** Namespace, empty for objects without one, and name. */
record ObjectKey(String namespace, String name) {
    static ObjectKey of(HasMetadata object) {
        return new ObjectKey(
                Objects.requireNonNullElse(object.getMetadata().getNamespace(), ""),
                object.getMetadata().getName());
    }

    static ObjectKey parse(String text) {
        int slash = text.indexOf('/');
        return new ObjectKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
