package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType.Reading;
import dev.hallm.bot.identity.Person;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns assigned words into a command's arguments record. */
@Component
class Binding {
    private final ArgumentTypes types;

    Binding(ArgumentTypes types) {
        this.types = types;
    }

    /** What came of it. */
    sealed interface Bound<A extends Record> {
        record Ready<A extends Record>(A arguments) implements Bound<A> {}

        record Refused<A extends Record>(List<Problem> problems) implements Bound<A> {}
    }

    <A extends Record> Bound<A> bind(CommandSpec<A> spec, Assignment assignment, Person asker) {
        List<Parameter> parameters = Parameter.of(spec.arguments());
        var problems = new ArrayList<>(assignment.problems());
        var values = new ArrayList<@Nullable Object>();
        for (Parameter parameter : parameters) {
            String typed = assignment.values().get(parameter.name());
            if (typed != null) {
                values.add(read(parameter, typed, asker, problems));
            } else {
                if (parameter.required()) {
                    problems.add(new Problem(parameter.name(), text("argument.missing")));
                }
                values.add(null);
            }
        }
        return problems.isEmpty()
                ? new Bound.Ready<>(create(spec.arguments(), parameters, values))
                : new Bound.Refused<>(problems);
    }

    private @Nullable Object read(Parameter parameter, String typed, Person asker, List<Problem> problems) {
        return switch (types.of(parameter).read(typed, asker)) {
            case Reading.Value<?>(Object value) -> value;
            case Reading.Wrong<?>(String what) -> {
                problems.add(new Problem(parameter.name(), what));
                yield null;
            }
        };
    }

    private static <A extends Record> A create(
            Class<A> type, List<Parameter> parameters, List<@Nullable Object> values) {
        Class<?>[] signature = parameters.stream().map(Parameter::type).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(signature);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("arguments of " + type.getName() + " refused what their types read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("arguments must be a record: " + type.getName(), e);
        }
    }

    /** A line that works for this asker, {@code user create ana size=small}. */
    String example(CommandSpec<?> spec, Person asker) {
        Stream<String> arguments = Parameter.of(spec.arguments()).stream()
                .filter(parameter -> parameter.required() || !parameter.isText())
                .map(parameter -> parameter.required()
                        ? types.of(parameter).example(asker)
                        : parameter.name() + "=" + types.of(parameter).example(asker));
        return String.join(" ", Stream.concat(Stream.of(spec.path()), arguments).toList());
    }
}
