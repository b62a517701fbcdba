package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.GroupDirectory.Membership.Guest;
import dev.hallm.bot.identity.GroupDirectory.Membership.Member;
import dev.hallm.bot.identity.GroupDirectory.Membership.NotFound;
import dev.hallm.bot.identity.GroupDirectory.Membership.Unavailable;
import dev.hallm.bot.platform.slack.fake.Faults;
import dev.hallm.bot.platform.slack.fake.SlackUser;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who belongs to the workspace, and what its groups grant. */
class SlackMembersTest {
    private final SlackUnderTest bot = SlackUnderTest.start();

    @AfterEach
    void stop() {
        bot.close();
    }

    private Membership of(String user) {
        return bot.directory().membership(bot.account(user));
    }

    @Test
    void knowsMembersAndTheirGroups() {
        bot.slack.workspace().usergroup(SlackUnderTest.GROUP, "admins", "Admins", "U0ANA");
        bot.slack.workspace().member("U0BO", "Bo Lind");

        assertThat(of("U0ANA")).isEqualTo(new Member("Ana Petrov", Set.of(SlackUnderTest.GROUP)));
        assertThat(of("U0BO")).isEqualTo(new Member("Bo Lind", Set.of()));
    }

    @Test
    void tellsGuestsAndStrangersApart() {
        bot.slack.workspace().person("U0GUS", "Gus", SlackUser.Kind.MULTI_CHANNEL_GUEST);
        bot.slack.workspace().stranger("U9EVE", "Eve", "T9OTHER");

        assertThat(of("U0GUS")).isEqualTo(new Guest());
        assertThat(of("U9EVE")).isEqualTo(new Guest());
        assertThat(bot.directory().membership(ChatAccount.parse("slack:T9OTHER/U9EVE")))
                .isEqualTo(new Guest());
    }

    @Test
    void doesNotKnowBotsTheDepartedAndNobody() {
        bot.slack.workspace().person("U0BOT", "Other bot", SlackUser.Kind.BOT);
        bot.slack.workspace().deactivate("U0ANA");

        assertThat(of("U0BOT")).isEqualTo(new NotFound());
        assertThat(of("U0ANA")).isEqualTo(new NotFound());
        assertThat(of("U0NOBODY")).isEqualTo(new NotFound());
        assertThat(of("USLACKBOT")).isEqualTo(new NotFound());
    }

    @Test
    void saysWhenItCannotTell() {
        bot.slack.faults().next(1, "users.info", Faults.Kind.HTML);

        assertThat(of("U0ANA")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aGroupThatCannotBeLookedUpLeavesTheMemberIncomplete() {
        bot.slack.workspace().usergroupsFailWith("internal_error");

        assertThat(of("U0ANA")).isEqualTo(new Member("Ana Petrov", Set.of(), false));
    }

    @Test
    void keepsTheLastGoodAnswerForTenMinutes() {
        bot.slack.workspace().usergroup(SlackUnderTest.GROUP, "admins", "Admins", "U0ANA");
        of("U0ANA");
        bot.slack.workspace().usergroupsFailWith("internal_error");
        bot.clock.advance(Duration.ofMinutes(9));

        assertThat(of("U0ANA")).isEqualTo(new Member("Ana Petrov", Set.of(SlackUnderTest.GROUP)));
        bot.clock.advance(Duration.ofMinutes(1));
        assertThat(of("U0ANA")).isEqualTo(new Member("Ana Petrov", Set.of(), false));
    }

    @Test
    void asksForAGroupOnceAMinute() {
        bot.slack.workspace().usergroup(SlackUnderTest.GROUP, "admins", "Admins", "U0ANA");
        of("U0ANA");
        bot.clock.advance(Duration.ofSeconds(59));
        of("U0ANA");
        assertThat(bot.slack.calls("usergroups.users.list")).hasSize(1);

        bot.clock.advance(Duration.ofSeconds(1));
        of("U0ANA");
        assertThat(bot.slack.calls("usergroups.users.list")).hasSize(2);
    }

    @Test
    void aWorkspaceWithoutThePlanHasNobodyInGroups() {
        bot.slack.workspace().freePlan();

        assertThat(of("U0ANA")).isEqualTo(new Member("Ana Petrov", Set.of()));
        assertThat(bot.get(UserGroups.class).problems()).containsEntry(SlackUnderTest.GROUP, "plan_upgrade_required");
    }

    @Test
    void namesAreWithoutWhatTurnsWordsAround() {
        bot.slack.workspace().member("U0ODD", "\u202EAna\u0007\n🦊\u2066");

        assertThat(of("U0ODD")).isEqualTo(new Member("Ana 🦊", Set.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<@U0ANA>", "<@U0ANA|ana>", "@U0ANA", "U0ANA", " slack:T0HALLM01/U0ANA "})
    void readsMentionsAndIds(String mention) {
        assertThat(bot.directory().resolve(mention)).contains(bot.account("U0ANA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "@ana", "#general", "<#C0OPERATIONS>", "slack:?", ""})
    void doesNotGuess(String mention) {
        assertThat(bot.directory().resolve(mention)).isEmpty();
    }
}
