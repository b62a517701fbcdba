package dev.hallm.bot.command;

import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every command there is. */
@Component
public class Catalogue {
    private final SortedMap<String, Command<?>> byPath;

    Catalogue(List<Command<?>> commands) {
        byPath = commands.stream()
                .collect(Collectors.toMap(
                        command -> command.spec().path(), Function.identity(), Catalogue::refuseTwo, TreeMap::new));
    }

    private static Command<?> refuseTwo(Command<?> one, Command<?> other) {
        throw new IllegalStateException("two commands are called " + one.spec().path() + ": "
                + one.getClass().getSimpleName() + " and "
                + other.getClass().getSimpleName());
    }

    /** All commands in the order of their paths. */
    public List<Command<?>> all() {
        return List.copyOf(byPath.values());
    }

    public Optional<Command<?>> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** What a person may use. */
    public List<Command<?>> usableBy(Person person) {
        return byPath.values().stream()
                .filter(command -> command.spec().allows(person))
                .toList();
    }

    /** The command that a line begins with, and the rest of the line. */
    Optional<Match> match(String line) {
        String words = line.strip();
        return byPath.entrySet().stream()
                .map(entry -> matchOf(words, entry))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(
                        match -> match.command().spec().path().length()));
    }

    private static Optional<Match> matchOf(String line, Map.Entry<String, Command<?>> entry) {
        int at = 0;
        for (String word : entry.getKey().split(" ", -1)) {
            int end = endOfWord(line, at);
            if (!line.substring(at, end).equalsIgnoreCase(word)) {
                return Optional.empty();
            }
            at = skipSpace(line, end);
        }
        return Optional.of(new Match(entry.getValue(), line.substring(at)));
    }

    private static int endOfWord(String line, int from) {
        int at = from;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A command and what follows its words. */
    record Match(Command<?> command, String arguments) {}

    /** Paths close to what was typed, among those a person may use. */
    List<String> near(String line, Person person) {
        List<String> paths =
                usableBy(person).stream().map(command -> command.spec().path()).toList();
        String[] typed = line.strip().split("\\s+", -1);
        var near = new TreeSet<String>();
        paths.stream()
                .filter(path -> path.startsWith(typed[0].toLowerCase(java.util.Locale.ROOT) + " "))
                .forEach(near::add);
        for (int words = Math.min(2, typed.length); words >= 1 && near.isEmpty(); words--) {
            String start = String.join(" ", List.of(typed).subList(0, words));
            near.addAll(Near.to(start, paths));
            near.addAll(groupsNear(typed[0], paths));
        }
        return new ArrayList<>(near);
    }

    /** Says that there is no such command, and which ones may have been meant. */
    Outcome unknown(String line, Person person) {
        List<String> near = near(line, person);
        return near.isEmpty()
                ? Outcome.refuse("refuse.command", "got", Echo.of(line))
                : Outcome.refuse("refuse.command.near", "got", Echo.of(line), "near", String.join(", ", near));
    }

    private static List<String> groupsNear(String word, List<String> paths) {
        List<String> groups =
                paths.stream().map(path -> path.split(" ", -1)[0]).distinct().toList();
        List<String> meant = Near.to(word, groups);
        return paths.stream()
                .filter(path -> meant.contains(path.split(" ", -1)[0]))
                .toList();
    }
}
