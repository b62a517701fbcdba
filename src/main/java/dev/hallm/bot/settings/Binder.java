package dev.hallm.bot.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Fills records from YAML nodes and reports every mistake on the way; a wrong value is replaced by its fallback. */
final class Binder {
    private final Problems problems;
    private final Map<String, String> moved;

    /** @param moved keys that have a new place: old path to new path */
    Binder(Problems problems, Map<String, String> moved) {
        this.problems = problems;
        this.moved = Map.copyOf(moved);
    }

    /** What one key holds: its path, its type, and what may stand there. */
    private record Slot(String path, Type type, Key key) {
        Slot item(int index) {
            return new Slot(path + "[" + index + "]", argument(0), key);
        }

        Slot entry(String name) {
            return new Slot(Entries.below(path, name), argument(1), key);
        }

        Class<?> raw() {
            return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        }

        /** Whether it has keys of its own; {@link dev.hallm.bot.tenant.Range} is a record and still one text. */
        boolean isSection() {
            return raw().isRecord() && raw().getEnclosingClass() == BotConfig.class;
        }

        Type argument(int index) {
            return ((ParameterizedType) type).getActualTypeArguments()[index];
        }
    }

    /** The record, or null when a required key is missing or wrong. */
    <T extends Record> @Nullable T record(MappingNode node, Class<T> type, String path) {
        Map<String, Node> entries = Entries.of(node, path, problems);
        entries.keySet().forEach(key -> refuseUnknown(key, type, path));
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            Slot slot = slot(components[i], path);
            arguments[i] = present(entries.get(Keys.name(components[i])), slot);
            complete &= arguments[i] != null || slot.key().fallback().equals(Key.NONE);
        }
        return complete ? create(type, components, arguments) : null;
    }

    private static Slot slot(RecordComponent component, String path) {
        return new Slot(Entries.below(path, Keys.name(component)), component.getGenericType(), Keys.of(component));
    }

    private void refuseUnknown(String key, Class<?> type, String path) {
        List<String> known = Keys.of(type);
        if (known.contains(key) || key.startsWith("x-")) {
            return;
        }
        String below = Entries.below(path, key);
        String now = moved.get(below);
        problems.add(below, now == null ? unknown(key, known) : "this key has moved; write it as " + now);
    }

    private static String unknown(String key, List<String> known) {
        String hint = Keys.nearest(key, known)
                .map(near -> "did you mean \"" + near + "\"? ")
                .orElse("");
        return "unknown key \"" + key + "\"; " + hint + "Keys here are " + String.join(", ", known);
    }

    private @Nullable Object present(@Nullable Node node, Slot slot) {
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return fallback(slot, true);
        }
        Object value = value(node, slot);
        return value == null ? fallback(slot, false) : value;
    }

    private @Nullable Object fallback(Slot slot, boolean report) {
        String text = slot.key().fallback();
        if (text.isEmpty() && report) {
            problems.add(slot.path(), "missing; expected " + expected(slot));
        }
        if (text.isEmpty() || text.equals(Key.NONE)) {
            return null;
        }
        var quiet = new Problems();
        return Yaml.compose(text, quiet)
                .map(node -> new Binder(quiet, Map.of()).value(node, slot))
                .orElseThrow(() -> new IllegalStateException("wrong fallback of " + slot.path() + ": " + quiet.all()));
    }

    private @Nullable Object value(Node node, Slot slot) {
        if (slot.raw() == Map.class) {
            return node instanceof MappingNode mapping ? map(mapping, slot) : wrongShape(node, slot);
        }
        if (slot.raw() == List.class) {
            return node instanceof SequenceNode sequence ? list(sequence, slot) : wrongShape(node, slot);
        }
        if (slot.isSection()) {
            Class<? extends Record> type = slot.raw().asSubclass(Record.class);
            return node instanceof MappingNode mapping ? record(mapping, type, slot.path()) : wrongShape(node, slot);
        }
        return node instanceof ScalarNode scalar ? scalar(scalar, slot) : wrongShape(node, slot);
    }

    private @Nullable Object scalar(ScalarNode node, Slot slot) {
        return switch (Scalars.read(node, slot.raw(), slot.key())) {
            case Parsed.Value(Object value) -> value;
            case Parsed.Refused(String why) -> report(slot, why);
        };
    }

    private Object map(MappingNode node, Slot slot) {
        if (slot.argument(1) == Object.class) {
            return new FreeValues(problems).read(node, slot.path());
        }
        var values = new LinkedHashMap<String, Object>();
        Entries.of(node, slot.path(), problems).forEach((name, value) -> {
            if (!name.startsWith("x-")) {
                Object bound = entry(name, value, slot);
                if (bound != null) {
                    values.put(name, bound);
                }
            }
        });
        return values;
    }

    private @Nullable Object entry(String name, Node node, Slot slot) {
        Form form = slot.key().form();
        if (!form.allows(name)) {
            problems.add(slot.entry(name).path(), Parsed.quoted(name) + ": expected " + form.words());
        }
        return value(node, slot.entry(name));
    }

    private List<Object> list(SequenceNode node, Slot slot) {
        var values = new ArrayList<Object>();
        int index = 0;
        for (Node item : node.getValue()) {
            Slot place = slot.item(index++);
            problems.at(place.path(), Entries.line(item));
            Object value = value(item, place);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object wrongShape(Node node, Slot slot) {
        String got = switch (node) {
            case ScalarNode scalar -> Parsed.quoted(scalar.getValue());
            case SequenceNode sequence -> "a list of " + sequence.getValue().size();
            default -> "keys below it";
        };
        return report(slot, got + ": expected " + expected(slot));
    }

    private @Nullable Object report(Slot slot, String text) {
        problems.add(slot.path(), text);
        return null;
    }

    private static String expected(Slot slot) {
        if (slot.raw() == List.class) {
            return "a list, such as [one, two]";
        }
        if (slot.raw() == Map.class) {
            return "keys below it";
        }
        return slot.isSection()
                ? "these keys below it: " + String.join(", ", Keys.of(slot.raw()))
                : slot.key().form().words();
    }

    private static <T extends Record> T create(
            Class<T> type, RecordComponent[] components, @Nullable Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type, e);
        }
    }
}
