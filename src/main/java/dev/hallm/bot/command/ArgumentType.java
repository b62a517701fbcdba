package dev.hallm.bot.command;

import dev.hallm.bot.identity.Person;
import java.util.List;

/**
 * How one type of argument is read, completed and described. What an asker may not know of does not exist for them.
 *
 * @param <T> the type
 */
public interface ArgumentType<T> {
    Class<T> type();

    /** Reads what was typed. */
    Reading<T> read(String typed, Person asker);

    /** Values that begin with what was typed; at most 25. */
    List<Suggestion> suggest(String typed, Person asker);

    /** All values when they are few and fixed, so that a form can offer them; else empty. */
    default List<String> choices() {
        return List.of();
    }

    /** Whether its values are people, whom platforms let choose in their own way. */
    default boolean isPerson() {
        return false;
    }

    /** A value that works for this asker. */
    String example(Person asker);

    /** What came of reading. */
    sealed interface Reading<T> {
        /** It means this. */
        record Value<T>(T value) implements Reading<T> {}

        /** It means nothing; {@code what} says why and what would. */
        record Wrong<T>(String what) implements Reading<T> {}
    }

    /** A value to offer and what it is. */
    record Suggestion(String value, String hint) {}
}
