package dev.hallm.bot.command;

import dev.hallm.bot.identity.Person;

/**
 * One thing that a person can do in words. Its arguments are a record: components are parameters in positional order,
 * {@code @Nullable} ones are optional, and each component's type parses, completes and describes itself.
 *
 * @param <A> the arguments
 */
public interface Command<A extends Record> {
    /** Its words, arguments and who may use it. */
    CommandSpec<A> spec();

    /** Whether it wishes for an operation and does nothing else, so that it can be rehearsed. */
    default boolean wishes() {
        return false;
    }

    /** Does what reading can do; what changes anything is left to the outcome. */
    Outcome handle(A arguments, Person asker);
}
