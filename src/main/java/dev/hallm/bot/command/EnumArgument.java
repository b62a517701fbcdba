package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.identity.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of a few words. */
final class EnumArgument<E extends Enum<?>> implements ArgumentType<E> {
    private final Class<E> type;

    EnumArgument(Class<E> type) {
        this.type = type;
    }

    @Override
    public Class<E> type() {
        return type;
    }

    @Override
    public Reading<E> read(String typed, Person asker) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> word(constant).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .<Reading<E>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(
                        text("argument.wrong.choice", "got", Echo.of(typed), "choices", String.join(", ", choices()))));
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return choices().stream()
                .filter(word -> word.startsWith(typed.toLowerCase(Locale.ROOT)))
                .map(word -> new Suggestion(word, ""))
                .toList();
    }

    @Override
    public List<String> choices() {
        return Stream.of(type.getEnumConstants()).map(EnumArgument::word).toList();
    }

    @Override
    public String example(Person asker) {
        return choices().getFirst();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
