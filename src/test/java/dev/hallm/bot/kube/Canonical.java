package dev.hallm.bot.kube;

import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What reading into Kubernetes' typed objects does: refuses values of another type, and writes every quantity in its
 * canonical form.
 */
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

    /** @throws ApiProblem 400 when something that must be a quantity or a text is none */
    static void write(ResourceType type, ObjectNode object) {
        TextFields.check(type, object);
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
            Amount amount = Amount.tryParse(amounts.path(name))
                    .orElseThrow(() -> ApiProblem.unreadable(
                            type,
                            "quantities must match the regular expression"
                                    + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"));
            amounts.put(name, amount.toString());
        }
    }
}
