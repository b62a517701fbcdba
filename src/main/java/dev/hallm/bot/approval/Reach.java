package dev.hallm.bot.approval;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleHolders;
import dev.hallm.bot.identity.RoleHolders.Holders;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether there are people who can decide. Whom a platform cannot count, it counts as enough. */
@Component
class Reach {
    private final RoleHolders holders;
    private final LinkedAccounts links;

    Reach(RoleHolders holders, LinkedAccounts links) {
        this.holders = holders;
        this.links = links;
    }

    /** Whether enough people besides these hold the role. */
    boolean suffices(Role role, int count, Collection<ChatAccount> parties) {
        Holders held = holders.of(role);
        return held.openEnded() || people(held, parties) >= count;
    }

    /** How many people besides these hold the role; at least so many. */
    int people(Role role, Collection<ChatAccount> parties) {
        return people(holders.of(role), parties);
    }

    boolean isOpenEnded(Role role) {
        return holders.of(role).openEnded();
    }

    /** Holders of the role besides these, as far as they are known; in a fixed order. */
    List<ChatAccount> voters(Role role, Collection<ChatAccount> others) {
        Set<ChatAccount> done = new HashSet<>();
        others.stream().map(links::accountsOf).forEach(done::addAll);
        return holders.of(role).known().stream()
                .filter(account -> !done.contains(account))
                .sorted(Comparator.comparing(ChatAccount::toString))
                .toList();
    }

    private int people(Holders held, Collection<ChatAccount> parties) {
        return (int) held.known().stream()
                .map(links::accountsOf)
                .distinct()
                .filter(person -> parties.stream().noneMatch(person::contains))
                .count();
    }
}
