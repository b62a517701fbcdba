package dev.hallm.bot.kube;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Strategic merge patch: lists of known elements are merged by key, with the directives that client-go writes. */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_PRIMITIVES = "$deleteFromPrimitiveList/";

    private StrategicMerge() {}

    static ObjectNode merge(ObjectNode object, JsonNode patch) {
        if (Json.text(patch, DIRECTIVE).equals("replace")) {
            return withoutDirectives((ObjectNode) patch);
        }
        ObjectNode merged = object.deepCopy();
        if (patch.path(RETAIN) instanceof ArrayNode kept) {
            var names = kept.valueStream().map(JsonNode::asString).toList();
            merged.propertyNames().stream()
                    .filter(name -> !names.contains(name))
                    .toList()
                    .forEach(merged::remove);
        }
        patch.properties().forEach(entry -> apply(merged, entry.getKey(), entry.getValue()));
        return merged;
    }

    private static void apply(ObjectNode merged, String field, JsonNode change) {
        if (field.startsWith(DELETE_PRIMITIVES)) {
            removeAll(merged, field.substring(DELETE_PRIMITIVES.length()), change);
        } else if (!field.startsWith("$")) {
            if (change.isNull() || Json.text(change, DIRECTIVE).equals("delete")) {
                merged.remove(field);
            } else {
                merged.set(field, mergedValue(field, merged.path(field), change));
            }
        }
    }

    private static JsonNode mergedValue(String field, JsonNode before, JsonNode change) {
        if (change instanceof ObjectNode) {
            return merge(before instanceof ObjectNode old ? old : Json.object(), change);
        }
        if (field.equals("finalizers") && before instanceof ArrayNode old) {
            return union(old, change);
        }
        Optional<String> key = ListKeys.of(field, change);
        if (key.isPresent()) {
            return mergedList(key.get(), before, change);
        }
        return change;
    }

    private static ArrayNode mergedList(String key, JsonNode before, JsonNode change) {
        if (change.valueStream()
                .anyMatch(element -> Json.text(element, DIRECTIVE).equals("replace"))) {
            ArrayNode replaced = Json.array();
            Json.each(change).filter(element -> !element.has(DIRECTIVE)).forEach(replaced::add);
            return replaced;
        }
        Map<String, ObjectNode> elements = new LinkedHashMap<>();
        Json.each(before).forEach(element -> elements.put(ListKeys.identity(key, element), element));
        Json.each(change).forEach(element -> {
            String identity = ListKeys.identity(key, element);
            if (Json.text(element, DIRECTIVE).equals("delete")) {
                elements.remove(identity);
            } else {
                elements.merge(
                        identity, withoutDirectives(merge(Json.object(), element)), (old, _) -> merge(old, element));
            }
        });
        return Json.array().addAll(elements.values());
    }

    private static ArrayNode union(ArrayNode before, JsonNode added) {
        ArrayNode all = before.deepCopy();
        added.valueStream()
                .filter(value -> before.valueStream().noneMatch(value::equals))
                .forEach(all::add);
        return all;
    }

    private static void removeAll(ObjectNode merged, String field, JsonNode values) {
        if (merged.path(field) instanceof ArrayNode list) {
            list.removeIf(element -> values.valueStream().anyMatch(element::equals));
        }
    }

    private static ObjectNode withoutDirectives(ObjectNode node) {
        ObjectNode clean = node.deepCopy();
        clean.propertyNames().stream()
                .filter(name -> name.startsWith("$"))
                .toList()
                .forEach(clean::remove);
        return clean;
    }
}
