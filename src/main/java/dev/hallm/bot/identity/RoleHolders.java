package dev.hallm.bot.identity;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who holds a role, as far as platforms say: accounts listed by id, and members of groups where they can be listed. A
 * group that cannot be counted counts as enough people.
 */
@Component
public class RoleHolders {
    private final RoleGrants grants;
    private final Identities identities;
    private final ObjectProvider<GroupDirectory> directories;

    RoleHolders(RoleGrants grants, Identities identities, ObjectProvider<GroupDirectory> directories) {
        this.grants = grants;
        this.identities = identities;
        this.directories = directories;
    }

    /**
     * The holders of a role.
     *
     * @param known accounts listed by id that exist, and members of groups
     * @param strangers accounts listed by id whom their platform does not know, or only as guests
     * @param openEnded whether all members, or a group that cannot be counted, hold it too
     */
    public record Holders(Set<ChatAccount> known, List<ChatAccount> strangers, boolean openEnded) {
        public Holders {
            known = Set.copyOf(known);
            strangers = List.copyOf(strangers);
        }

        public boolean isNobody() {
            return known.isEmpty() && !openEnded;
        }

        public boolean isOne() {
            return known.size() == 1 && !openEnded;
        }
    }

    /** Asks the platforms what they have not said lately. */
    public Holders of(Role role) {
        Set<String> reachable =
                directories.stream().map(GroupDirectory::platform).collect(Collectors.toSet());
        List<Grant> usable = grants.grants().getOrDefault(role, List.of()).stream()
                .filter(grant -> reachable.contains(grant.platform()))
                .toList();
        List<ChatAccount> listed = identities.holders(role).stream()
                .filter(account -> reachable.contains(account.platform()))
                .toList();
        var known = new TreeSet<ChatAccount>(Comparator.comparing(ChatAccount::toString));
        listed.stream().filter(account -> !isStranger(account)).forEach(known::add);
        List<ChatAccount> strangers =
                listed.stream().filter(account -> !known.contains(account)).toList();
        boolean openEnded = usable.stream().anyMatch(Grant::members);
        for (Grant grant : usable) {
            for (String group : grant.groups()) {
                Optional<Set<String>> members = membersOf(grant, group);
                openEnded |= members.isEmpty();
                members.stream().flatMap(users -> accounts(grant, users)).forEach(known::add);
            }
        }
        return new Holders(known, strangers, openEnded);
    }

    private Optional<Set<String>> membersOf(Grant grant, String group) {
        return directories.stream()
                .filter(directory -> directory.platform().equals(grant.platform()))
                .findFirst()
                .flatMap(directory -> directory.members(group));
    }

    private static Stream<ChatAccount> accounts(Grant grant, Set<String> users) {
        return users.stream().map(user -> new ChatAccount(grant.platform(), grant.realm(), user));
    }

    /** One whom the platform is silent about keeps the role, so is no stranger. */
    private boolean isStranger(ChatAccount account) {
        return directories.stream()
                .filter(directory -> directory.platform().equals(account.platform()))
                .map(directory -> directory.membership(account))
                .anyMatch(RoleHolders::isStranger);
    }

    private static boolean isStranger(Membership membership) {
        return switch (membership) {
            case Membership.Member _, Membership.Unavailable _ -> false;
            case Membership.Guest _, Membership.NotFound _ -> true;
        };
    }
}
