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
    }
}
