package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.Captions;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form derived from a command. */
@Component
class Forms {
    private final ArgumentTypes types;

    Forms(ArgumentTypes types) {
        this.types = types;
    }

    Form empty(CommandSpec<?> spec) {
        return filled(spec, Map.of(), List.of());
    }

    /** The form with what was given before and what was wrong with it. */
    Form filled(CommandSpec<?> spec, Map<String, String> values, List<Problem> problems) {
        List<Field> fields = Parameter.of(spec.arguments()).stream()
                .map(parameter -> field(spec, parameter, values.getOrDefault(parameter.name(), ""), problems))
                .toList();
        return new Form(spec.path(), spec.path(), text("form.send"), fields);
    }

    private Field field(CommandSpec<?> spec, Parameter parameter, String value, List<Problem> problems) {
        return new Field(
                parameter.name(),
                label(spec, parameter),
                hint(spec, parameter),
                parameter.required(),
                input(parameter),
                types.of(parameter).choices(),
                value,
                problem(parameter, problems));
    }

    private Input input(Parameter parameter) {
        ArgumentType<?> type = types.of(parameter);
        if (!type.choices().isEmpty()) {
            return Input.CHOICE;
        }
        if (type.isPerson()) {
            return Input.PERSON;
        }
        return parameter.isText() && !parameter.required() ? Input.PARAGRAPH : Input.LINE;
    }

    static String label(CommandSpec<?> spec, Parameter parameter) {
        return text("argument." + spec.key() + "." + parameter.name());
    }

    static String hint(CommandSpec<?> spec, Parameter parameter) {
        return Captions.find("argument." + spec.key() + "." + parameter.name() + ".hint")
                .orElse("");
    }

    private static @Nullable String problem(Parameter parameter, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.argument().equals(parameter.name()))
                .map(Problem::what)
                .findFirst()
                .orElse(null);
    }
}
