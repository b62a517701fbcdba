package dev.hallm.bot.doctor;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who holds a role. Members of groups are not listed by any platform cheaply: a group counts as enough people. */
@Component
class RoleHolders {
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
     * @param known accounts listed by id that exist
     * @param strangers accounts listed by id whom their platform does not know, or only as guests
     * @param openEnded whether a group or all members hold it too
     */
    record Holders(Set<ChatAccount> known, List<ChatAccount> strangers, boolean openEnded) {
        boolean isNobody() {
            return known.isEmpty() && !openEnded;
        }

        boolean isOne() {
            return known.size() == 1 && !openEnded;
        }
    }

    Holders of(Role role) {
        Set<String> reachable =
                directories.stream().map(GroupDirectory::platform).collect(Collectors.toSet());
        List<RoleGrants.Grant> usable = grants.grants().getOrDefault(role, List.of()).stream()
                .filter(grant -> reachable.contains(grant.platform()))
                .toList();
        List<ChatAccount> listed = identities.holders(role).stream()
                .filter(account -> reachable.contains(account.platform()))
                .toList();
        var known = new TreeSet<ChatAccount>(java.util.Comparator.comparing(ChatAccount::toString));
        listed.stream().filter(account -> !isStranger(account)).forEach(known::add);
        return new Holders(
                known,
                listed.stream().filter(account -> !known.contains(account)).toList(),
                usable.stream()
                        .anyMatch(grant -> grant.members() || !grant.groups().isEmpty()));
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
