package dev.hallm.bot.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reading and building the trees that the whole API server works on. */
final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Keys and values in turn; values are nodes or become strings, numbers or booleans. */
    static ObjectNode object(Object... keysAndValues) {
        var node = object();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.set((String) keysAndValues[i], MAPPER.valueToTree(keysAndValues[i + 1]));
        }
        return node;
    }

    static ArrayNode array(JsonNode... elements) {
        return array().addAll(List.of(elements));
    }

    /** Reads a body, JSON or YAML. */
    static JsonNode read(String body) {
        try {
            String start = body.stripLeading();
            return start.startsWith("{") || start.startsWith("[") ? MAPPER.readTree(body) : YAML.readTree(body);
        } catch (JacksonException e) {
            throw ApiProblem.badRequest("the body is neither JSON nor YAML: " + e.getOriginalMessage());
        }
    }

    static ObjectNode readObject(String body) {
        if (read(body) instanceof ObjectNode object) {
            return object;
        }
        throw ApiProblem.badRequest("the body is not an object");
    }

    /** Every document of a YAML stream. */
    static List<ObjectNode> readAll(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream()
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .toList();
        }
    }

    /** The text at a path, empty when there is none. */
    static String text(JsonNode node, String... path) {
        return at(node, path).asString("");
    }

    static int number(JsonNode node, String... path) {
        return at(node, path).asInt(0);
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String step : path) {
            here = here.path(step);
        }
        return here;
    }

    /** The object at a path, made where it is missing. */
    static ObjectNode child(ObjectNode node, String... path) {
        ObjectNode here = node;
        for (String step : path) {
            here = here.path(step) instanceof ObjectNode next ? next : here.putObject(step);
        }
        return here;
    }

    static void setDefault(ObjectNode node, String field, Object value) {
        if (!node.hasNonNull(field)) {
            node.set(field, MAPPER.valueToTree(value));
        }
    }

    /** The objects of a list, none when it is missing. */
    static Stream<ObjectNode> each(JsonNode list) {
        return list.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** A flat object of texts, such as labels. */
    static Map<String, String> texts(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString("")));
        return map;
    }
}
