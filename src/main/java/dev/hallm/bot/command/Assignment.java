package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which word goes to which argument; nothing is read yet, so this needs nobody and is quick.
 *
 * @param values what was typed for each argument
 * @param problems unknown, doubled and superfluous words
 * @param missing required arguments without a word
 */
record Assignment(Map<String, String> values, List<Problem> problems, List<Parameter> missing) {
    Assignment {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /** Values by name, as a form sends them; blank ones are not given. */
    static Assignment of(List<Parameter> parameters, Map<String, String> named) {
        var work = new Work(parameters);
        named.forEach((key, value) -> {
            if (!value.isBlank()) {
                work.named(key, value.strip());
            }
        });
        return work.end();
    }

    /** A line's words, positional in declared order or {@code key=value}. */
    static Assignment of(List<Parameter> parameters, String line) {
        var work = new Work(parameters);
        for (Words.Word word : Words.of(line)) {
            if (!word.closed()) {
                work.problems.add(new Problem(Echo.of(word.value()), text("argument.unclosed")));
            }
            if (word.key() == null) {
                work.positional(word.value());
            } else {
                work.named(word.key().toLowerCase(Locale.ROOT), word.value());
            }
        }
        return work.end();
    }

    /** Whether a form would help: nothing is wrong, something is missing. */
    boolean isMerelyIncomplete() {
        return problems.isEmpty() && !missing.isEmpty();
    }

    private static final class Work {
        private final List<Parameter> parameters;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Work(List<Parameter> parameters) {
            this.parameters = parameters;
        }

        void positional(String value) {
            Optional<Parameter> next = parameters.stream()
                    .filter(parameter -> !values.containsKey(parameter.name()))
                    .findFirst();
            if (next.isPresent()) {
                values.put(next.get().name(), value);
            } else if (!parameters.isEmpty() && parameters.getLast().isText()) {
                values.merge(parameters.getLast().name(), value, (before, more) -> before + " " + more);
            } else {
                problems.add(new Problem(Echo.of(value), text("argument.superfluous")));
            }
        }

        void named(String key, String value) {
            if (isOneText() && !parameters.getFirst().name().equals(key)) {
                positional(key + "=" + (value.contains(" ") ? '"' + value + '"' : value));
            } else if (parameters.stream()
                    .noneMatch(parameter -> parameter.name().equals(key))) {
                problems.add(new Problem(Echo.of(key), unknown(key)));
            } else if (values.putIfAbsent(key, value) != null) {
                problems.add(new Problem(
                        key,
                        text(
                                "argument.doubled",
                                "first",
                                Echo.of(values.getOrDefault(key, "")),
                                "second",
                                Echo.of(value))));
            }
        }

        /** A command that takes nothing but a text takes all of the line as it is. */
        private boolean isOneText() {
            return parameters.size() == 1 && parameters.getFirst().isText();
        }

        private String unknown(String key) {
            List<String> names = parameters.stream().map(Parameter::name).toList();
            List<String> near = Near.to(key, names);
            if (names.isEmpty()) {
                return text("argument.none");
            }
            return near.isEmpty()
                    ? text("argument.unknown", "names", String.join(", ", names))
                    : text("argument.unknown.near", "near", near.getFirst());
        }

        Assignment end() {
            List<Parameter> missing = parameters.stream()
                    .filter(parameter -> parameter.required() && !values.containsKey(parameter.name()))
                    .toList();
            return new Assignment(values, problems, missing);
        }
    }
}
