package dev.hallm.bot.kube;

import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes every quantity of an object in canonical form, as reading it into a typed object does in Kubernetes. */
final class Canonical {
    private static final Set<String> AMOUNTS = Set.of(
            "requests",
            "limits",
            "hard",
            "used",
            "capacity",
            "allocatable",
            "allocatedResources",
            "default",
            "defaultRequest",
            "max",
            "min");

    private Canonical() {}

    /** @throws ApiProblem 400 when something that must be a quantity is none */
    static void write(ResourceType type, ObjectNode object) {
        if (type.builtIn() && !type.plural().equals("customresourcedefinitions")) {
            walk(object.path("spec"), amounts -> rewrite(type, amounts));
            walk(object.path("status"), amounts -> rewrite(type, amounts));
        }
    }

    private static void walk(JsonNode node, Consumer<ObjectNode> action) {
        node.properties().forEach(entry -> {
            if (AMOUNTS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode amounts) {
                action.accept(amounts);
            } else {
                walk(entry.getValue(), action);
            }
        });
        if (node.isArray()) {
            node.valueStream().forEach(element -> walk(element, action));
        }
    }

    private static void rewrite(ResourceType type, ObjectNode amounts) {
        for (String name : Set.copyOf(amounts.propertyNames())) {
            Amount amount = Amount.tryParse(amounts.path(name)).orElseThrow(() -> unreadable(type, name));
            amounts.put(name, amount.toString());
        }
    }

    private static ApiProblem unreadable(ResourceType type, String name) {
        return ApiProblem.badRequest(("%s in version \"%s\" cannot be handled as a %s: %s: quantities must match the"
                        + " regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
                .formatted(type.kind(), type.version(), type.kind(), name));
    }
}
