package dev.hallm.bot.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Chart values: any YAML, which only the chart's own schema can judge; kept as maps, lists and JSON's scalars. */
final class FreeValues {
    private static final int DEEPEST = 32;

    private final Problems problems;

    FreeValues(Problems problems) {
        this.problems = problems;
    }

    Map<String, Object> read(MappingNode node, String path) {
        var values = new LinkedHashMap<String, Object>();
        Entries.of(node, path, problems).forEach((key, value) -> {
            String below = Entries.below(path, key);
            Optional.ofNullable(value(value, below, 1))
                    .ifPresentOrElse(
                            found -> values.put(key, found),
                            () -> problems.add(below, "has no value; give it one or leave the key out"));
        });
        return values;
    }

    private @Nullable Object value(Node node, String path, int depth) {
        if (depth > DEEPEST) {
            problems.add(path, "nested more than " + DEEPEST + " levels deep");
            return "";
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, path, depth);
            case SequenceNode sequence -> sequence(sequence, path, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no such node: " + node.getNodeId());
        };
    }

    private Map<String, @Nullable Object> mapping(MappingNode node, String path, int depth) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        Entries.of(node, path, problems)
                .forEach((key, value) -> values.put(key, value(value, Entries.below(path, key), depth + 1)));
        return values;
    }

    private List<@Nullable Object> sequence(SequenceNode node, String path, int depth) {
        var values = new ArrayList<@Nullable Object>();
        for (Node item : node.getValue()) {
            values.add(value(item, path + "[" + values.size() + "]", depth + 1));
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
