package dev.hallm.bot.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects every mistake of one file, each at the line of its key. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** Remembers where a key stands. */
    void at(String key, int line) {
        lines.put(key, line);
    }

    /** Reports a mistake at the key's line, or at the nearest mapping around it that the file has. */
    void add(String key, String text) {
        add(line(key), key, text);
    }

    void add(int line, String key, String text) {
        found.add(new Problem(line, key, text));
    }

    /** Whether the key, something below it or a mapping around it is already reported. */
    boolean touch(String key) {
        return found.stream().anyMatch(p -> within(p.key(), key) || within(key, p.key()));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** By line, in the order found. */
    List<Problem> all() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    private int line(String key) {
        String path = key;
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return lines.getOrDefault(path, 1);
    }

    private static boolean within(String inner, String outer) {
        return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
