package dev.hallm.bot.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which field tells the elements of a list apart where lists are merged; lists that are not here are replaced as a
 * whole. Source: the {@code patchMergeKey} tags of Kubernetes' types.
 */
final class ListKeys {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("secrets", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("ports", List.of("containerPort", "port")),
            Map.entry("conditions", List.of("type")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("taints", List.of("key")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey")));

    private ListKeys() {}

    /** The key of a list field whose elements all have it. */
    static Optional<String> of(String field, JsonNode list) {
        return KEYS.getOrDefault(field, List.of()).stream()
                .filter(key -> list.isArray() && !list.isEmpty())
                .filter(key -> list.valueStream().allMatch(element -> element.has(key)))
                .findFirst();
    }

    /** What tells an element apart; the same port may be open for several protocols. */
    static String identity(String key, JsonNode element) {
        String value = element.path(key).toString();
        boolean port = key.equals("port") || key.equals("containerPort");
        return port ? value + "/" + element.path("protocol").asString("TCP") : value;
    }
}
