package dev.hallm.bot.identity;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.GroupDirectory.Suggested;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Says who an account is, which roles it holds and which other accounts are the same person. A guest, a stranger and whoever the platform is silent about are
 * refused; only accounts listed by id keep their roles while the platform does not answer. What a platform says is
 * remembered for 30 s.
 */
@Service
public class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);

    private final Map<String, GroupDirectory> directories;
    private final RoleGrants grants;
    private final Lookups lookups;
    private final LinkedAccounts links;
    private final Executor background = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("identity-", 0).factory());

    /** @throws IllegalStateException when two directories answer for one platform */
    Identities(ObjectProvider<GroupDirectory> directories, RoleGrants grants, LinkedAccounts links, Clock clock) {
        this.directories = directories.stream()
                .collect(Collectors.toMap(GroupDirectory::platform, directory -> directory, Identities::ambiguous));
        this.grants = grants;
        this.lookups = new Lookups(clock);
        this.links = links;
    }

    /** Who this is, with the roles of right now. */
    public Identification identify(ChatAccount account) {
        if (isElsewhere(account)) {
            return new Identification.Guest(account);
        }
        return switch (membership(account)) {
            case Membership.Member member ->
                known(account, member.displayName(), roles(grant -> grant.covers(account, member.groups())))
                        .orElseGet(() -> member.complete()
                                ? new Identification.Unknown(account)
                                : new Identification.Unclear(account, "not all groups could be looked up"));
            case Membership.Guest _ -> new Identification.Guest(account);
            case Membership.NotFound _ -> new Identification.Unknown(account);
            case Membership.Unavailable(String why) ->
                known(account, account.user(), roles(grant -> grant.names(account)))
                        .orElseGet(() -> new Identification.Unclear(account, why));
        };
    }

    /**
     * Who this is, if that is known or comes to be known within the time; a platform that takes longer is asked on, so
     * that the next question is answered at once.
     */
    public Optional<Identification> identify(ChatAccount account, Duration within) {
        GroupDirectory directory = directories.get(account.platform());
        if (directory == null || lookups.remembers(account)) {
            return Optional.of(identify(account));
        }
        try {
            return Optional.of(CompletableFuture.supplyAsync(() -> identify(account), background)
                    .get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("{} could not be looked up", account, e);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The account that a mention means on a platform; empty when it means nobody there. */
    public Optional<ChatAccount> resolve(String platform, String mention) {
        return Optional.ofNullable(directories.get(platform)).flatMap(directory -> directory.resolve(mention));
    }

    /** Accounts for completion; empty on a platform that is not set up. */
    public List<Suggested> suggest(String platform, String prefix) {
        GroupDirectory directory = directories.get(platform);
        return directory == null ? List.of() : directory.suggest(prefix);
    }

    /** The name that people know the account by, its user id when the platform does not say. */
    public String displayName(ChatAccount account) {
        return switch (membership(account)) {
            case Membership.Member member -> member.displayName();
            case Membership.Guest _, Membership.NotFound _, Membership.Unavailable _ -> account.user();
        };
    }

    /** The accounts that hold a role by their id; members of groups are not among them. */
    public List<ChatAccount> holders(Role role) {
        return of(role).flatMap(grant -> grant.accounts().stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(ChatAccount::toString))
                .toList();
    }

    private boolean isElsewhere(ChatAccount account) {
        Set<String> realms = Stream.of(Role.values())
                .flatMap(this::of)
                .filter(grant -> grant.platform().equals(account.platform()))
                .map(RoleGrants.Grant::realm)
                .collect(Collectors.toSet());
        return !realms.isEmpty() && !realms.contains(account.realm());
    }

    private Membership membership(ChatAccount account) {
        GroupDirectory directory = directories.get(account.platform());
        return directory == null ? new Membership.NotFound() : lookups.of(account, directory);
    }

    private Set<Role> roles(Predicate<RoleGrants.Grant> covering) {
        return Stream.of(Role.values())
                .filter(role -> of(role).anyMatch(covering))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Stream<RoleGrants.Grant> of(Role role) {
        return grants.grants().getOrDefault(role, List.of()).stream();
    }

    private Optional<Identification> known(ChatAccount account, String name, Set<Role> roles) {
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identification.Known(new Person(account, name, roles, links.accountsOf(account))));
    }

    private static GroupDirectory ambiguous(GroupDirectory one, GroupDirectory other) {
        throw new IllegalStateException("two directories answer for " + one.platform() + ": "
                + one.getClass().getName() + " and " + other.getClass().getName());
    }
}
