package dev.hallm.bot.kube;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refuses what would exceed a ResourceQuota and charges the rest at once. As in Kubernetes a quota acts by its
 * {@code status.hard}: one that is new or was just raised counts only once its controller has seen it.
 */
final class QuotaAdmission {
    private static final Set<String> MUST_BE_STATED =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private final Store store;

    QuotaAdmission(Store store) {
        this.store = store;
    }

    /**
     * Checks a new or changed object.
     *
     * @param charge whether to count it, false for a dry run
     * @throws ApiProblem 403 in Kubernetes' words
     */
    void admit(ObjectRef ref, @Nullable ObjectNode before, ObjectNode object, boolean charge) {
        var quotas = store.list(ResourceTypes.QUOTAS, ref.namespace());
        if (ref.namespace().isEmpty() || quotas.isEmpty()) {
            return;
        }
        var delta = new TreeMap<>(QuotaUsage.of(ref.type(), object));
        if (before != null) {
            QuotaUsage.of(ref.type(), before)
                    .forEach((key, was) -> delta.computeIfPresent(key, (_, is) -> is.minus(was)));
            delta.values().removeIf(amount -> amount.value().signum() <= 0);
        }
        for (ObjectNode quota : quotas) {
            check(ref, before == null, object, quota, delta);
        }
        if (charge) {
            quotas.forEach(quota -> charge(quota, delta));
        }
    }

    private static void check(
            ObjectRef ref, boolean isNew, ObjectNode object, ObjectNode quota, Map<String, Amount> delta) {
        var hard = Amount.all(Json.at(quota, "status", "hard"));
        if (isNew && ref.type().equals(ResourceTypes.PODS)) {
            requireStated(ref, object, quota, hard.keySet());
        }
        var used = Amount.all(Json.at(quota, "status", "used"));
        var requested = only(delta, key -> hard.containsKey(key) && QuotaUsage.enforced(key));
        var exceeded = requested.entrySet().stream()
                .filter(entry -> used.getOrDefault(entry.getKey(), Amount.ZERO)
                                .plus(entry.getValue())
                                .compareTo(hard.getOrDefault(entry.getKey(), Amount.ZERO))
                        > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!exceeded.isEmpty()) {
            String why = "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                    .formatted(
                            Meta.name(quota),
                            print(only(requested, exceeded::contains)),
                            print(only(used, exceeded::contains)),
                            print(only(hard, exceeded::contains)));
            throw ApiProblem.forbidden(ref.type(), ref.name(), why);
        }
    }

    private static void requireStated(ObjectRef ref, ObjectNode pod, ObjectNode quota, Set<String> keys) {
        var missing = new TreeMap<String, Set<String>>();
        for (String key : keys) {
            if (MUST_BE_STATED.contains(key)) {
                String side = key.startsWith("limits.") ? "limits" : "requests";
                String resource = key.substring(key.indexOf('.') + 1);
                Json.each(Json.at(pod, "spec", "containers"))
                        .filter(container ->
                                !Json.at(container, "resources", side).has(resource))
                        .forEach(container -> missing.computeIfAbsent(key, _ -> new TreeSet<>())
                                .add(Json.text(container, "name")));
            }
        }
        if (!missing.isEmpty()) {
            String what = missing.entrySet().stream()
                    .map(entry -> entry.getKey() + " for: " + String.join(",", entry.getValue()))
                    .collect(Collectors.joining("; "));
            String why = "failed quota: %s: must specify %s".formatted(Meta.name(quota), what);
            throw ApiProblem.forbidden(ref.type(), ref.name(), why);
        }
    }

    private void charge(ObjectNode quota, Map<String, Amount> delta) {
        ObjectNode charged = quota.deepCopy();
        ObjectNode used = Json.child(charged, "status", "used");
        delta.forEach((key, amount) -> {
            if (used.has(key)) {
                used.put(key, Amount.at(used.path(key)).plus(amount).toString());
            }
        });
        store.put(ObjectRef.of(ResourceTypes.QUOTAS, quota), charged);
    }

    private static Map<String, Amount> only(Map<String, Amount> amounts, Predicate<String> wanted) {
        var some = new TreeMap<>(amounts);
        some.keySet().removeIf(wanted.negate());
        return some;
    }

    private static String print(Map<String, Amount> amounts) {
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
