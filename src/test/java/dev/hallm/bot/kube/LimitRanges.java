package dev.hallm.bot.kube;

import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in and checks what a namespace's LimitRanges say about containers. */
final class LimitRanges {
    private final Store store;

    LimitRanges(Store store) {
        this.store = store;
    }

    void admit(ObjectNode pod) {
        store.list(ResourceTypes.LIMIT_RANGES, Meta.namespace(pod)).stream()
                .flatMap(range -> Json.each(Json.at(range, "spec", "limits")))
                .filter(limit -> Json.text(limit, "type").equals("Container"))
                .forEach(limit -> Json.each(Json.at(pod, "spec", "containers")).forEach(container -> {
                    fill(limit.path("default"), container, "limits");
                    fill(limit.path("defaultRequest"), container, "requests");
                    check(pod, container, limit);
                }));
    }

    private static void fill(JsonNode defaults, ObjectNode container, String side) {
        defaults.properties().forEach(entry -> {
            ObjectNode stated = Json.child(container, "resources", side);
            if (!stated.has(entry.getKey())) {
                stated.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void check(ObjectNode pod, ObjectNode container, JsonNode limit) {
        var limits = Amount.all(Json.at(container, "resources", "limits"));
        var requests = Amount.all(Json.at(container, "resources", "requests"));
        compare(pod, "maximum", "limit", limits, limit.path("max"), (is, may) -> is.compareTo(may) > 0);
        compare(pod, "minimum", "request", requests, limit.path("min"), (is, may) -> is.compareTo(may) < 0);
    }

    private static void compare(
            ObjectNode pod,
            String bound,
            String side,
            Map<String, Amount> stated,
            JsonNode bounds,
            BiPredicate<Amount, Amount> beyond) {
        Amount.all(bounds).forEach((name, value) -> {
            Amount is = stated.get(name);
            if (is == null || beyond.test(is, value)) {
                String rest = is == null ? "No " + side + " is specified" : side + " is " + is;
                String why = "%s %s usage per Container is %s, but %s".formatted(bound, name, value, rest);
                throw ApiProblem.forbidden(ResourceTypes.PODS, Meta.name(pod), why);
            }
        });
    }
}
