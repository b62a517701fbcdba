package dev.hallm.bot.command;

import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Set;

/**
 * A command's declaration. Captions are found by its path: {@code command.user.create} says what it does, {@code
 * argument.user.create.size} what an argument means.
 *
 * @param path the words after the root command, {@code user create}
 * @param roles any of which may use it; empty for everyone known
 */
public record CommandSpec<A extends Record>(String path, Class<A> arguments, Set<Role> roles) {
    public CommandSpec {
        roles = Set.copyOf(roles);
    }

    public static <A extends Record> CommandSpec<A> of(String path, Class<A> arguments, Role... roles) {
        return new CommandSpec<>(path, arguments, Set.of(roles));
    }

    public boolean allows(Person person) {
        return roles.isEmpty() || roles.stream().anyMatch(person::has);
    }

    /** The middle of its caption keys, {@code user.create}. */
    public String key() {
        return path.replace(' ', '.');
    }
}
