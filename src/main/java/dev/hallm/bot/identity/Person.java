package dev.hallm.bot.identity;

import java.util.Set;

/**
 * A known account with the roles it holds right now.
 *
 * @param roles those of the account used; linking unites none
 * @param accounts every account that is this person, the one used among them
 */
public record Person(ChatAccount account, String displayName, Set<Role> roles, Set<ChatAccount> accounts) {
    /** @throws IllegalArgumentException when the account used is not among the person's */
    public Person {
        roles = Set.copyOf(roles);
        accounts = Set.copyOf(accounts);
        if (!accounts.contains(account)) {
            throw new IllegalArgumentException(account + " is not among " + accounts);
        }
    }

    /** Somebody whose only account is this one. */
    public Person(ChatAccount account, String displayName, Set<Role> roles) {
        this(account, displayName, roles, Set.of(account));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether an account is this person's, be it the one used or a linked one. */
    public boolean is(ChatAccount any) {
        return accounts.contains(any);
    }
}
