package dev.hallm.bot.kube;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients ask before they ask for objects: versions, groups and resources. */
final class Discovery {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private final ResourceTypes types;

    Discovery(ResourceTypes types) {
        this.types = types;
    }

    Optional<ObjectNode> find(String path) {
        return switch (path) {
            case "/version" -> Optional.of(version());
            case "/api" -> Optional.of(Json.object("kind", "APIVersions", "versions", List.of("v1")));
            case "/apis" -> Optional.of(groups());
            case "/openapi/v3" -> Optional.of(Json.object("paths", Map.of()));
            default -> resources(path);
        };
    }

    private static ObjectNode version() {
        return Json.object("major", "1", "minor", "36", "gitVersion", "v1.36.0", "gitCommit", "in-memory")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "none")
                .put("platform", "linux/amd64");
    }

    private ObjectNode groups() {
        var versions = new TreeMap<String, TreeSet<String>>();
        types.all().stream()
                .filter(type -> !type.group().isEmpty())
                .forEach(type -> versions.computeIfAbsent(type.group(), _ -> new TreeSet<>())
                        .add(type.version()));
        ObjectNode list = Json.object("kind", "APIGroupList", "apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        versions.forEach((group, of) -> {
            ArrayNode nodes = Json.array();
            of.forEach(version ->
                    nodes.addObject().put("groupVersion", group + "/" + version).put("version", version));
            groups.add(Json.object("name", group, "versions", nodes, "preferredVersion", nodes.get(0)));
        });
        return list;
    }

    private Optional<ObjectNode> resources(String path) {
        String apiVersion = path.replaceFirst("^/(api|apis)/", "");
        ObjectNode list = Json.object("kind", "APIResourceList", "apiVersion", "v1", "groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        types.all().stream()
                .filter(type -> type.apiVersion().equals(apiVersion))
                .forEach(type -> describe(type, resources));
        return resources.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static void describe(ResourceType type, ArrayNode resources) {
        String singular = type.kind().toLowerCase(Locale.ROOT);
        ObjectNode resource = Json.object("name", type.plural(), "singularName", singular);
        resources.add(resource.put("namespaced", type.namespaced())
                .put("kind", type.kind())
                .set("verbs", Json.MAPPER.valueToTree(VERBS)));
        type.subresources()
                .forEach(part -> resources.add(Json.object(
                                "name", type.plural() + "/" + part, "singularName", "", "namespaced", type.namespaced())
                        .put("kind", type.kind())
                        .set("verbs", Json.MAPPER.valueToTree(List.of("get", "patch", "update")))));
    }
}
