package dev.hallm.bot.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Label and field selectors of a list or watch. */
final class Selector {
    static final Selector ALL = new Selector(List.of());

    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Map<ResourceType, Set<String>> FIELDS = Map.of(
            ResourceTypes.PODS,
            Set.of("spec.nodeName", "status.phase", "spec.restartPolicy", "spec.serviceAccountName", "status.podIP"),
            ResourceTypes.EVENTS,
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "reason",
                    "type"),
            ResourceTypes.SECRETS,
            Set.of("type"),
            ResourceTypes.NAMESPACES,
            Set.of("status.phase"),
            ResourceTypes.NODES,
            Set.of("spec.unschedulable"));

    private final List<Predicate<JsonNode>> requirements;

    private Selector(List<Predicate<JsonNode>> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /** Reads the two query parameters, empty for none. */
    static Selector parse(ResourceType type, String labels, String fields) {
        var ofLabels = parts(labels).map(Selector::label);
        var ofFields = parts(fields).map(part -> field(type, part));
        return new Selector(Stream.concat(ofLabels, ofFields).toList());
    }

    /** A {@code spec.selector} of a workload. */
    static Selector ofLabels(JsonNode matchLabels) {
        return new Selector(matchLabels.properties().stream()
                .map(entry -> equality(entry.getKey(), entry.getValue().asString("")))
                .toList());
    }

    boolean matches(JsonNode object) {
        return requirements.stream().allMatch(requirement -> requirement.test(object));
    }

    private static Stream<String> parts(String selector) {
        return Arrays.stream(selector.split(",(?![^(]*\\))")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Predicate<JsonNode> label(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            var values = Set.copyOf(
                    Arrays.stream(set.group(3).split(",")).map(String::strip).toList());
            String key = set.group(1);
            Predicate<JsonNode> in = object -> has(object, key) && values.contains(labelOf(object, key));
            return set.group(2).equals("in") ? in : in.negate();
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            var equal = equality(equality.group(1), equality.group(3));
            return equality.group(2).equals("!=") ? equal.negate() : equal;
        }
        return part.startsWith("!") ? object -> !has(object, part.substring(1)) : object -> has(object, part);
    }

    private static Predicate<JsonNode> equality(String key, String value) {
        return object -> has(object, key) && labelOf(object, key).equals(value);
    }

    private static boolean has(JsonNode object, String key) {
        return Json.at(object, "metadata", "labels").has(key);
    }

    private static String labelOf(JsonNode object, String key) {
        return Json.text(object, "metadata", "labels", key);
    }

    private static Predicate<JsonNode> field(ResourceType type, String part) {
        Matcher equality = EQUALITY.matcher(part);
        if (!equality.matches()) {
            throw ApiProblem.badRequest("invalid field selector: " + part);
        }
        String name = equality.group(1);
        if (!EVERYWHERE.contains(name) && !FIELDS.getOrDefault(type, Set.of()).contains(name)) {
            throw ApiProblem.badRequest("field label not supported: " + name);
        }
        String[] path = name.split("\\.");
        String value = equality.group(3);
        Predicate<JsonNode> equal = object -> Json.text(object, path).equals(value);
        return equality.group(2).equals("!=") ? equal.negate() : equal;
    }
}
