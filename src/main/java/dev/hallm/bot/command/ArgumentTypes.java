package dev.hallm.bot.command;

import dev.hallm.bot.command.ArgumentType.Reading;
import dev.hallm.bot.command.ArgumentType.Suggestion;
import dev.hallm.bot.identity.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All argument types by class; an enum of a command describes itself. */
@Component
class ArgumentTypes {
    private final Map<Class<?>, ArgumentType<?>> byClass = new HashMap<>();

    ArgumentTypes(List<ArgumentType<?>> types) {
        types.forEach(type -> byClass.put(type.type(), type));
        byClass.put(String.class, new FreeText());
    }

    /** @throws IllegalArgumentException when nothing knows how to read the type */
    ArgumentType<?> of(Parameter parameter) {
        ArgumentType<?> known = byClass.get(parameter.type());
        if (known != null) {
            return known;
        }
        if (parameter.type().isEnum()) {
            return new EnumArgument<>(parameter.type().asSubclass(Enum.class));
        }
        throw new IllegalArgumentException(
                "no argument type for " + parameter.type().getName());
    }

    /** Text as it is. */
    private static final class FreeText implements ArgumentType<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public Reading<String> read(String typed, Person asker) {
            return new Reading.Value<>(typed);
        }

        @Override
        public List<Suggestion> suggest(String typed, Person asker) {
            return List.of();
        }

        @Override
        public String example(Person asker) {
            return "\"pilot for building 7\"";
        }
    }
}
