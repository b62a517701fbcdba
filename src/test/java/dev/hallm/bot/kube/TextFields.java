package dev.hallm.bot.kube;

import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses what YAML made a number or boolean of where Kubernetes wants a text: the classic {@code enabled: true}. */
final class TextFields {
    private static final Set<String> MAPS = Set.of("labels", "annotations", "matchLabels", "nodeSelector");
    private static final Set<ResourceType> WITH_DATA = Set.of(ResourceTypes.CONFIG_MAPS, ResourceTypes.SECRETS);

    private TextFields() {}

    /** @throws ApiProblem 400 naming the field */
    static void check(ResourceType type, ObjectNode object) {
        walk(type, object.path("metadata"));
        if (type.builtIn() && !type.equals(ResourceTypes.CRDS)) {
            walk(type, object.path("spec"));
        }
        if (WITH_DATA.contains(type)) {
            requireTexts(type, "data", object.path("data"));
            requireTexts(type, "stringData", object.path("stringData"));
        }
    }

    private static void walk(ResourceType type, JsonNode node) {
        node.properties().forEach(entry -> {
            if (MAPS.contains(entry.getKey())) {
                requireTexts(type, entry.getKey(), entry.getValue());
            } else if (entry.getKey().equals("env")) {
                Json.each(entry.getValue()).forEach(variable -> requireText(type, "env.value", variable.path("value")));
            } else {
                walk(type, entry.getValue());
            }
        });
        if (node.isArray()) {
            node.valueStream().forEach(element -> walk(type, element));
        }
    }

    private static void requireTexts(ResourceType type, String field, JsonNode map) {
        map.properties().forEach(entry -> requireText(type, field, entry.getValue()));
    }

    private static void requireText(ResourceType type, String field, JsonNode value) {
        Predicate<JsonNode> fine = node -> node.isString() || node.isNull() || node.isMissingNode();
        if (!fine.test(value)) {
            String is = value.isBoolean() ? "bool" : value.isNumber() ? "number" : "object";
            String why = "json: cannot unmarshal %s into Go struct field %s of type string".formatted(is, field);
            throw ApiProblem.unreadable(type, why);
        }
    }
}
