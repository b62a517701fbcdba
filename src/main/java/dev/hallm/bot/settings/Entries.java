package dev.hallm.bot.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of a mapping by key, with merges ({@code <<: *other}) resolved and repeated keys reported. */
final class Entries {
    private static final int DEEPEST_MERGE = 8;

    private final Problems problems;
    private final String path;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Entries(Problems problems, String path) {
        this.problems = problems;
        this.path = path;
    }

    static Map<String, Node> of(MappingNode node, String path, Problems problems) {
        var entries = new Entries(problems, path);
        entries.own(node);
        entries.merged(node, 0);
        return entries.values;
    }

    /** The path of a key below another. */
    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void own(MappingNode node) {
        for (NodeTuple tuple : node.getValue()) {
            if (isMerge(tuple)) {
                continue;
            }
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                own(key, tuple.getValueNode());
            } else {
                problems.add(line(tuple.getKeyNode()), path, "a key must be one word");
            }
        }
    }

    private void own(ScalarNode key, Node value) {
        String name = key.getValue();
        Integer first = lines.putIfAbsent(name, line(key));
        if (first != null) {
            problems.add(line(key), below(path, name), "written twice, first in line " + first + "; keep one");
            return;
        }
        values.put(name, value);
        problems.at(below(path, name), line(key));
    }

    private void merged(MappingNode node, int depth) {
        for (NodeTuple tuple : node.getValue()) {
            if (isMerge(tuple) && depth < DEEPEST_MERGE) {
                sources(tuple.getValueNode()).forEach(source -> merge(source, depth));
            }
        }
    }

    private void merge(Node source, int depth) {
        if (source instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(tuple -> !isMerge(tuple) && tuple.getKeyNode() instanceof ScalarNode)
                    .forEach(tuple ->
                            values.putIfAbsent(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode()));
            merged(mapping, depth + 1);
        } else {
            problems.add(line(source), below(path, "<<"), "only a mapping can be merged");
        }
    }

    private static List<Node> sources(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private static boolean isMerge(NodeTuple tuple) {
        return tuple.getKeyNode().getTag().equals(Tag.MERGE);
    }
}
