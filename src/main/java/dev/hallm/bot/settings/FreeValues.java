package dev.hallm.bot.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Chart values: any YAML, which only the chart's own schema can judge; kept as maps, lists and JSON's scalars. */
final class FreeValues {
    private final Problems problems;
    private final Set<Node> open = new HashSet<>();

    FreeValues(Problems problems) {
        this.problems = problems;
    }

    Map<String, Object> read(MappingNode node, String path) {
        open.add(node);
        var values = new LinkedHashMap<String, Object>();
        Entries.of(node, path, problems).forEach((key, value) -> {
            String below = Entries.below(path, key);
            Optional.ofNullable(value(value, below))
                    .ifPresentOrElse(
                            found -> values.put(key, found),
                            () -> problems.add(below, "has no value; give it one or leave the key out"));
        });
        return values;
    }

    private @Nullable Object value(Node node, String path) {
        if (!open.add(node)) {
            problems.add(path, "contains itself through an alias");
            return "";
        }
        try {
            return switch (node) {
                case MappingNode mapping -> mapping(mapping, path);
                case SequenceNode sequence -> sequence(sequence, path);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new IllegalStateException("no such node: " + node.getNodeId());
            };
        } finally {
            open.remove(node);
        }
    }

    private Map<String, @Nullable Object> mapping(MappingNode node, String path) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        Entries.of(node, path, problems)
                .forEach((key, value) -> values.put(key, value(value, Entries.below(path, key))));
        return values;
    }

    private List<@Nullable Object> sequence(SequenceNode node, String path) {
        var values = new ArrayList<@Nullable Object>();
        for (Node item : node.getValue()) {
            values.add(value(item, path + "[" + values.size() + "]"));
        }
        return values;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (node.getTag().equals(Tag.INT)) {
            return whole(new BigInteger(text));
        }
        return node.getTag().equals(Tag.FLOAT) ? new BigDecimal(text) : text;
    }

    private static Object whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValueExact() : number;
    }
}
