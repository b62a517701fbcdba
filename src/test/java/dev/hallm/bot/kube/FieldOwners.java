package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who owns which field: what decides conflicts of server-side apply, and what an apply takes away. Kept apart from the
 * objects; their {@code managedFields} stay empty.
 */
final class FieldOwners {
    private final Map<String, Map<Manager, Set<FieldPath>>> byUid = new HashMap<>();

    /** Who wrote; the same name is two managers when it both applies and updates. */
    record Manager(String name, boolean applies) {}

    /** What an apply makes of an object. */
    ObjectNode apply(ObjectNode live, ObjectNode wanted, String manager, boolean force) {
        var me = new Manager(manager, true);
        var owners = byUid.computeIfAbsent(Meta.uid(live), _ -> new LinkedHashMap<>());
        var mine = FieldPath.leaves(wanted);
        var conflicts = conflicts(owners, me, mine, live, wanted);
        if (!conflicts.isEmpty() && !force) {
            throw refusal(Json.text(live, "apiVersion"), conflicts);
        }
        ObjectNode merged = StrategicMerge.merge(live, withoutVersion(wanted));
        owners.getOrDefault(me, Set.of()).stream()
                .filter(path -> !mine.contains(path))
                .filter(path -> !ownedByOthers(owners, me, path))
                .sorted(Comparator.comparingInt(path -> path.steps().size()))
                .forEach(path -> path.removeFrom(merged));
        return merged;
    }

    /** Notes what an apply has set, once it is stored. */
    void applied(ObjectNode stored, ObjectNode wanted, String manager) {
        var owners = byUid.computeIfAbsent(Meta.uid(stored), _ -> new LinkedHashMap<>());
        var me = new Manager(manager, true);
        var mine = FieldPath.leaves(wanted);
        owners.forEach((other, paths) -> {
            if (!other.equals(me)) {
                paths.removeIf(
                        path -> mine.contains(path) && !path.valueIn(stored).equals(path.valueIn(wanted)));
            }
        });
        owners.put(me, new LinkedHashSet<>(mine));
    }

    /** Notes what any other write has set: the writer alone owns what it changed. */
    void updated(ObjectNode before, ObjectNode after, String manager) {
        var owners = byUid.computeIfAbsent(Meta.uid(after), _ -> new LinkedHashMap<>());
        var changed = FieldPath.leaves(after).stream()
                .filter(path -> !path.valueIn(before).equals(path.valueIn(after)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var gone = FieldPath.leaves(before);
        gone.removeIf(path -> !path.valueIn(after).isMissingNode());
        owners.values().forEach(paths -> paths.removeIf(path -> changed.contains(path) || gone.contains(path)));
        if (!changed.isEmpty()) {
            owners.computeIfAbsent(new Manager(manager, false), _ -> new LinkedHashSet<>())
                    .addAll(changed);
        }
    }

    void created(ObjectNode stored, ObjectNode wanted, String manager) {
        var owners = byUid.computeIfAbsent(Meta.uid(stored), _ -> new LinkedHashMap<>());
        owners.put(new Manager(manager, false), FieldPath.leaves(wanted));
    }

    /** Nobody owns this field any more. */
    void disown(ObjectNode object, FieldPath path) {
        byUid.getOrDefault(Meta.uid(object), Map.of()).values().forEach(paths -> paths.remove(path));
    }

    void forget(ObjectNode object) {
        byUid.remove(Meta.uid(object));
    }

    private static Map<Manager, List<FieldPath>> conflicts(
            Map<Manager, Set<FieldPath>> owners, Manager me, Set<FieldPath> mine, ObjectNode live, ObjectNode wanted) {
        var conflicts = new LinkedHashMap<Manager, List<FieldPath>>();
        owners.forEach((other, theirs) -> {
            var both = other.equals(me)
                    ? List.<FieldPath>of()
                    : mine.stream()
                            .filter(theirs::contains)
                            .filter(path -> differs(path.valueIn(live), path.valueIn(wanted)))
                            .toList();
            if (!both.isEmpty()) {
                conflicts.put(other, both);
            }
        });
        return conflicts;
    }

    private static boolean differs(JsonNode live, JsonNode wanted) {
        return !live.equals(wanted) && !(live.isNumber() && live.asString().equals(wanted.asString("")));
    }

    private static boolean ownedByOthers(Map<Manager, Set<FieldPath>> owners, Manager me, FieldPath path) {
        return owners.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(me))
                .anyMatch(entry ->
                        entry.getValue().stream().anyMatch(theirs -> theirs.equals(path) || theirs.isWithin(path)));
    }

    private static ApiProblem refusal(String version, Map<Manager, List<FieldPath>> conflicts) {
        var causes = new ArrayList<Cause>();
        conflicts.forEach((manager, paths) -> {
            String with =
                    "conflict with \"%s\"%s".formatted(manager.name(), manager.applies() ? "" : " using " + version);
            paths.forEach(path -> causes.add(new Cause("FieldManagerConflict", path.toString(), with)));
        });
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: %s: %s"
                        .formatted(
                                causes.getFirst().message(), causes.getFirst().field())
                : "Apply failed with %d conflicts: ".formatted(causes.size())
                        + causes.stream()
                                .map(cause ->
                                        cause.message().replace("conflict ", "conflicts ") + ":\n- " + cause.field())
                                .collect(Collectors.joining("\n"));
        return ApiProblem.applyConflict(message, causes);
    }

    private static ObjectNode withoutVersion(ObjectNode wanted) {
        ObjectNode copy = wanted.deepCopy();
        Meta.of(copy).remove("resourceVersion");
        return copy;
    }
}
