package dev.hallm.bot.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which accounts and groups hold which role, as bot-config says. */
public record RoleGrants(Map<Role, List<Grant>> grants) {
    public RoleGrants {
        grants = Map.copyOf(grants);
    }

    /**
     * A grant on one platform: listed users, members of listed groups, or every full member.
     *
     * @param realm the workspace or guild it holds in
     */
    public record Grant(String platform, String realm, Set<String> users, Set<String> groups, boolean members) {
        public Grant {
            users = Set.copyOf(users);
            groups = Set.copyOf(groups);
        }

        /** Whether it lists the account by id. */
        boolean names(ChatAccount account) {
            return isFor(account) && users.contains(account.user());
        }

        /** Whether it covers a full member who is in these groups. */
        boolean covers(ChatAccount account, Set<String> memberOf) {
            return isFor(account)
                    && (members
                            || users.contains(account.user())
                            || groups.stream().anyMatch(memberOf::contains));
        }

        /** The accounts it lists by id. */
        List<ChatAccount> accounts() {
            return users.stream()
                    .map(user -> new ChatAccount(platform, realm, user))
                    .toList();
        }

        private boolean isFor(ChatAccount account) {
            return platform.equals(account.platform()) && realm.equals(account.realm());
        }
    }
}
