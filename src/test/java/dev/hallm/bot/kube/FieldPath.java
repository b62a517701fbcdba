package dev.hallm.bot.kube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a field is: names of fields, and identities of elements in lists that are merged by key. */
record FieldPath(List<Step> steps) {
    FieldPath {
        steps = List.copyOf(steps);
    }

    sealed interface Step {}

    record Field(String name) implements Step {}

    record Element(String key, String identity) implements Step {}

    private static final FieldPath ROOT = new FieldPath(List.of());
    private static final Set<String> NOT_OWNED = Set.of("apiVersion", "kind", "status");
    private static final Set<String> NOT_OWNED_METADATA =
            Set.of("name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "managedFields");

    /** A field outside of any list. */
    static FieldPath of(String... names) {
        return new FieldPath(Arrays.stream(names).<Step>map(Field::new).toList());
    }

    /** Every field that somebody can own: scalars, whole lists, and the elements of merged lists. */
    static Set<FieldPath> leaves(ObjectNode object) {
        var leaves = new LinkedHashSet<FieldPath>();
        object.properties().forEach(entry -> {
            if (entry.getKey().equals("metadata")) {
                metadata(entry.getValue(), leaves);
            } else if (!NOT_OWNED.contains(entry.getKey())) {
                collect(ROOT.with(new Field(entry.getKey())), entry.getKey(), entry.getValue(), leaves);
            }
        });
        return leaves;
    }

    private static void metadata(JsonNode metadata, Set<FieldPath> leaves) {
        FieldPath here = ROOT.with(new Field("metadata"));
        metadata.properties().stream()
                .filter(entry -> !NOT_OWNED_METADATA.contains(entry.getKey()))
                .forEach(entry ->
                        collect(here.with(new Field(entry.getKey())), entry.getKey(), entry.getValue(), leaves));
    }

    private static void collect(FieldPath here, String field, JsonNode value, Set<FieldPath> leaves) {
        Optional<String> key = ListKeys.of(field, value);
        if (key.isPresent()) {
            Json.each(value).forEach(element -> {
                FieldPath path = here.with(new Element(key.get(), ListKeys.identity(key.get(), element)));
                leaves.add(path);
                fields(path, element, leaves);
            });
        } else if (value instanceof ObjectNode object && !object.isEmpty()) {
            fields(here, object, leaves);
        } else if (!value.isNull()) {
            leaves.add(here);
        }
    }

    private static void fields(FieldPath here, ObjectNode object, Set<FieldPath> leaves) {
        object.properties()
                .forEach(entry ->
                        collect(here.with(new Field(entry.getKey())), entry.getKey(), entry.getValue(), leaves));
    }

    /** The value there, missing when there is none; an element counts as present, whatever it holds. */
    JsonNode valueIn(JsonNode object) {
        JsonNode here = object;
        for (Step step : steps) {
            here = next(here, step);
        }
        return steps.getLast() instanceof Element && !here.isMissingNode() ? Json.object() : here;
    }

    /** Takes the field out, and what it leaves empty. */
    void removeFrom(ObjectNode object) {
        var way = new ArrayList<JsonNode>(List.of(object));
        for (Step step : steps.subList(0, steps.size() - 1)) {
            way.add(next(way.getLast(), step));
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            drop(way.get(i), steps.get(i));
            if (i == 0 || !way.get(i).isEmpty() || way.get(i).isMissingNode()) {
                return;
            }
        }
    }

    boolean isWithin(FieldPath outer) {
        return Collections.indexOfSubList(steps, outer.steps) == 0 && steps.size() > outer.steps.size();
    }

    private FieldPath with(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    private static JsonNode next(JsonNode here, Step step) {
        return switch (step) {
            case Field field -> here.path(field.name());
            case Element element ->
                Json.each(here)
                        .filter(candidate ->
                                ListKeys.identity(element.key(), candidate).equals(element.identity()))
                        .<JsonNode>map(found -> found)
                        .findFirst()
                        .orElse(here.path("missing"));
        };
    }

    private static void drop(JsonNode here, Step step) {
        switch (step) {
            case Field field when here instanceof ObjectNode object -> object.remove(field.name());
            case Element element
            when here instanceof ArrayNode list ->
                list.removeIf(one -> ListKeys.identity(element.key(), one).equals(element.identity()));
            case Field _, Element _ -> {}
        }
    }

    /** As conflicts name it: {@code .spec.template.spec.containers[name="x"].image}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Field field -> text.append('.').append(field.name());
                case Element element ->
                    text.append('[')
                            .append(element.key())
                            .append('=')
                            .append(element.identity())
                            .append(']');
            }
        }
        return text.toString();
    }
}
