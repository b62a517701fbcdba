package dev.hallm.bot.identity;

import java.util.Set;

/** A known account with the roles it holds right now. */
public record Person(ChatAccount account, String displayName, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
