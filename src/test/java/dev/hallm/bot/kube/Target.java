package dev.hallm.bot.kube;

import java.util.List;
import java.util.Optional;

/** What a path is about; name and subresource are empty for a whole collection. */
record Target(ResourceType type, String namespace, String name, String subresource) {
    /** Reads a path, empty when nothing is served there. */
    static Optional<Target> parse(ResourceTypes types, List<String> path) {
        boolean core = path.size() > 2 && path.getFirst().equals("api");
        boolean group = path.size() > 3 && path.getFirst().equals("apis");
        if (!core && !group) {
            return Optional.empty();
        }
        String apiVersion = core ? path.get(1) : path.get(1) + "/" + path.get(2);
        return inVersion(types, apiVersion, path.subList(core ? 2 : 3, path.size()));
    }

    private static Optional<Target> inVersion(ResourceTypes types, String apiVersion, List<String> rest) {
        boolean inNamespace = rest.size() > 2
                && rest.getFirst().equals("namespaces")
                && !(apiVersion.equals("v1")
                        && ResourceTypes.NAMESPACES.subresources().contains(rest.get(2)));
        String namespace = inNamespace ? rest.get(1) : "";
        List<String> parts = inNamespace ? rest.subList(2, rest.size()) : rest;
        return types.find(apiVersion, parts.getFirst())
                .filter(type -> parts.size() <= 3)
                .filter(type -> type.namespaced() || !inNamespace)
                .map(type -> new Target(type, namespace, part(parts, 1), part(parts, 2)))
                .filter(Target::isServed);
    }

    /** An object of a namespaced type needs its namespace; a subresource must be known. */
    private boolean isServed() {
        boolean placed = name.isEmpty() || !type.namespaced() || !namespace.isEmpty();
        return placed && (subresource.isEmpty() || type.subresources().contains(subresource));
    }

    ObjectRef ref() {
        return new ObjectRef(type, namespace, name);
    }

    private static String part(List<String> parts, int index) {
        return parts.size() > index ? parts.get(index) : "";
    }
}
