package dev.hallm.bot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.GroupDirectory.Suggested;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class IdentitiesTest {
    private static final ChatAccount ANA = new ChatAccount("slack", "T1", "U0ANA");
    private static final ChatAccount BO = new ChatAccount("slack", "T1", "U0BO");
    private static final RoleGrants GRANTS = new RoleGrants(Map.of(
            Role.ADMIN, List.of(new Grant("slack", "T1", Set.of("U0ANA"), Set.of("S0ADMINS"), false)),
            Role.APPROVER, List.of(new Grant("slack", "T1", Set.of(), Set.of("S0APPROVERS"), false)),
            Role.USER, List.of(new Grant("slack", "T1", Set.of(), Set.of(), true)),
            Role.AUDITOR, List.of(new Grant("console", "local", Set.of("zoe", "ana"), Set.of(), false))));

    @AutoClose
    private final Database database = Databases.fresh(Db.H2);

    private final FakeDirectory slack = new FakeDirectory("slack");
    private Instant now = Instant.EPOCH;
    private final Identities identities = identities(GRANTS, slack);

    @Test
    void grantsRolesByIdByGroupAndByMembership() {
        slack.says(ANA, new Membership.Member("Ana", Set.of("S0APPROVERS", "S0OTHER")));

        assertThat(identities.identify(ANA))
                .isEqualTo(
                        new Identification.Known(new Person(ANA, "Ana", Set.of(Role.ADMIN, Role.APPROVER, Role.USER))));
    }

    @Test
    void grantsNothingOfAGroupThatThePersonIsNotIn() {
        slack.says(BO, new Membership.Member("Bo", Set.of("S0OTHER")));

        assertThat(identities.identify(BO))
                .isEqualTo(new Identification.Known(new Person(BO, "Bo", Set.of(Role.USER))));
    }

    @Test
    void knowsTheLinkedAccountsButGrantsOnlyTheRolesOfTheOneUsed() {
        var zoe = new ChatAccount("console", "local", "zoe");
        slack.says(BO, new Membership.Member("Bo", Set.of()));
        database.transaction()
                .executeWithoutResult(_ -> new LinkedAccounts(database.jdbc(), Clock.systemUTC()).link(BO, zoe));

        assertThat(identities.identify(BO))
                .isEqualTo(new Identification.Known(new Person(BO, "Bo", Set.of(Role.USER), Set.of(BO, zoe))));
    }

    @Test
    void refusesAGuestEvenWhenListed() {
        slack.says(ANA, new Membership.Guest());

        assertThat(identities.identify(ANA)).isEqualTo(new Identification.Guest(ANA));
    }

    @Test
    void refusesAListedAccountThatThePlatformDoesNotKnow() {
        slack.says(ANA, new Membership.NotFound());

        assertThat(identities.identify(ANA)).isEqualTo(new Identification.Unknown(ANA));
    }

    @Test
    void refusesAMemberWithoutAnyRole() {
        var admins = new RoleGrants(Map.of(Role.ADMIN, List.of(new Grant("slack", "T1", Set.of(), Set.of(), false))));
        slack.says(BO, new Membership.Member("Bo", Set.of()));

        assertThat(identities(admins, slack).identify(BO)).isEqualTo(new Identification.Unknown(BO));
    }

    @Test
    void keepsOnlyTheRolesListedByIdWhenThePlatformDoesNotAnswer() {
        slack.says(ANA, new Membership.Unavailable("timeout"));

        assertThat(identities.identify(ANA))
                .isEqualTo(new Identification.Known(new Person(ANA, "U0ANA", Set.of(Role.ADMIN))));
    }

    @Test
    void isUnclearAboutAnyoneElseWhenThePlatformDoesNotAnswer() {
        slack.says(BO, new Membership.Unavailable("timeout"));

        assertThat(identities.identify(BO)).isEqualTo(new Identification.Unclear(BO, "timeout"));
    }

    @Test
    void refusesAnotherWorkspaceWithoutAskingThePlatform() {
        var stranger = new ChatAccount("slack", "T2", "U0ANA");
        slack.says(stranger, new Membership.Member("Ana", Set.of("S0ADMINS")));

        assertThat(identities.identify(stranger)).isEqualTo(new Identification.Guest(stranger));
        assertThat(slack.lookups).isZero();
    }

    @Test
    void knowsNobodyOnAPlatformThatIsNotSetUp() {
        var account = new ChatAccount("console", "local", "zoe");

        assertThat(identities.identify(account)).isEqualTo(new Identification.Unknown(account));
        assertThat(identities.resolve("console", "@zoe")).isEmpty();
        assertThat(identities.suggest("console", "@")).isEmpty();
    }

    @Test
    void doesNotStartWithTwoDirectoriesForOnePlatform() {
        assertThatThrownBy(() -> identities(GRANTS, slack, new FakeDirectory("slack")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two directories answer for slack");
    }

    @Test
    void asksThePlatformOnceIn30Seconds() {
        slack.says(BO, new Membership.Member("Bo", Set.of()));
        identities.identify(BO);
        now = now.plus(Duration.ofSeconds(29));

        identities.identify(BO);

        assertThat(slack.lookups).isEqualTo(1);
    }

    @Test
    void noticesAWithdrawnRoleAfter30Seconds() {
        slack.says(BO, new Membership.Member("Bo", Set.of("S0ADMINS")));
        identities.identify(BO);
        slack.says(BO, new Membership.Guest());
        now = now.plus(Duration.ofSeconds(30));

        assertThat(identities.identify(BO)).isEqualTo(new Identification.Guest(BO));
    }

    @Test
    void asksAgainAtOnceAfterAFailure() {
        slack.says(BO, new Membership.Unavailable("timeout"));
        identities.identify(BO);
        slack.says(BO, new Membership.Member("Bo", Set.of()));

        assertThat(identities.identify(BO)).isInstanceOf(Identification.Known.class);
    }

    @Test
    void namesPeopleAsThePlatformDoes() {
        slack.says(BO, new Membership.Member("Bo B.", Set.of()));
        slack.says(ANA, new Membership.Unavailable("timeout"));

        assertThat(identities.displayName(BO)).isEqualTo("Bo B.");
        assertThat(identities.displayName(ANA)).isEqualTo("U0ANA");
    }

    @Test
    void resolvesAndSuggestsOnThePlatformAsked() {
        assertThat(identities.resolve("slack", "<@U0BO>")).contains(BO);
        assertThat(identities.suggest("slack", "@b")).containsExactly(new Suggested("@bo", "Bo"));
    }

    @Test
    void listsTheHoldersThatAreKnownById() {
        assertThat(identities.holders(Role.ADMIN)).containsExactly(ANA);
        assertThat(identities.holders(Role.AUDITOR))
                .containsExactly(
                        new ChatAccount("console", "local", "ana"), new ChatAccount("console", "local", "zoe"));
        assertThat(identities.holders(Role.USER)).isEmpty();
    }

    private Identities identities(RoleGrants grants, GroupDirectory... directories) {
        ObjectProvider<GroupDirectory> provider = new ObjectProvider<>() {
            @Override
            public Stream<GroupDirectory> stream() {
                return Stream.of(directories);
            }
        };
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        return new Identities(provider, grants, new LinkedAccounts(database.jdbc(), clock), clock);
    }

    private static final class FakeDirectory implements GroupDirectory {
        private final String platform;
        private final Map<ChatAccount, Membership> answers = new HashMap<>();
        private int lookups;

        FakeDirectory(String platform) {
            this.platform = platform;
        }

        void says(ChatAccount account, Membership membership) {
            answers.put(account, membership);
        }

        @Override
        public String platform() {
            return platform;
        }

        @Override
        public Membership membership(ChatAccount account) {
            lookups++;
            return answers.getOrDefault(account, new Membership.NotFound());
        }

        @Override
        public Optional<ChatAccount> resolve(String mention) {
            return mention.equals("<@U0BO>") ? Optional.of(BO) : Optional.empty();
        }

        @Override
        public List<Suggested> suggest(String prefix) {
            return "@bo".startsWith(prefix) ? List.of(new Suggested("@bo", "Bo")) : List.of();
        }
    }
}
