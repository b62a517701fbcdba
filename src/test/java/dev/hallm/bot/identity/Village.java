package dev.hallm.bot.identity;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A place where everybody knows everybody: any account exists, and holds the roles that bot-config gives to all
 * members, unless a test says otherwise.
 */
public final class Village {
    private static final Map<String, String> REALMS = Map.of("console", "local", "slack", "T1", "discord", "1");

    private final Map<ChatAccount, Membership> others = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final RoleGrants grants;

    private Village(RoleGrants grants) {
        this.grants = grants;
    }

    /** Everybody may vote. */
    public static Village ofApprovers() {
        return with(REALMS.entrySet().stream()
                .map(realm -> new Grant(realm.getKey(), realm.getValue(), Set.of(), Set.of(), true))
                .toList());
    }

    /** Whoever these grants name may vote. */
    public static Village with(List<Grant> approvers) {
        return new Village(new RoleGrants(Map.of(Role.APPROVER, approvers)));
    }

    /** What the platform says about an account from now on. */
    public void says(ChatAccount account, Membership membership) {
        others.put(account, membership);
    }

    /** Somebody with no groups, so with no role that only groups give. */
    public static Membership stranger() {
        return new Membership.NotFound();
    }

    /** Who is in a group. */
    public void group(String id, String... users) {
        groups.put(id, Set.of(users));
    }

    /** The beans that answer for it. */
    public void into(GenericApplicationContext context) {
        context.registerBean(RoleGrants.class, () -> grants);
        REALMS.keySet()
                .forEach(platform -> context.registerBean(
                        platform + "Directory", GroupDirectory.class, () -> new Directory(platform)));
        context.registerBean(Identities.class);
        context.registerBean(RoleHolders.class);
    }

    private final class Directory implements GroupDirectory {
        private final String platform;

        Directory(String platform) {
            this.platform = platform;
        }

        @Override
        public String platform() {
            return platform;
        }

        @Override
        public Membership membership(ChatAccount account) {
            var in = new HashSet<String>();
            groups.forEach((group, users) -> {
                if (users.contains(account.user())) {
                    in.add(group);
                }
            });
            return others.getOrDefault(account, new Membership.Member(account.user(), in));
        }

        @Override
        public Optional<Set<String>> members(String group) {
            return Optional.ofNullable(groups.get(group));
        }

        @Override
        public Optional<ChatAccount> resolve(String mention) {
            return Optional.empty();
        }

        @Override
        public List<Suggested> suggest(String prefix) {
            return List.of();
        }
    }
}
