package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.DiscordRole;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.RestFault;
import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who, asked of Discord without a gateway. */
class DiscordDirectoryTest {
    private static final String MEMBER = "GET /guilds/{guild_id}/members/{user_id}";

    private final MutableClock clock = new MutableClock();
    private final FakeDiscord discord = FakeDiscord.start();
    private final MembersSeen seen = new MembersSeen(clock);
    private final DiscordRole admins = discord.guild().role("admins");
    private final DiscordPerson ana = discord.person("ana", admins).named("Ana");

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void knowsAMemberByTheNameThatTheGuildShows() {
        ana.nick("Ana\u202E the admin");

        assertThat(membership(ana)).isEqualTo(new Membership.Member("Ana the admin", Set.of(admins.id())));
    }

    @Test
    void aStrangerIsNotFound() {
        assertThat(membership(discord.guild().stranger("zoe"))).isEqualTo(new Membership.NotFound());
    }

    @Test
    void aBotIsNotFound() {
        assertThat(membership(discord.person("robot").isBot())).isEqualTo(new Membership.NotFound());
    }

    @Test
    void anAccountOfAnotherGuildIsNotFound() {
        assertThat(directory().membership(new ChatAccount("discord", "4711", ana.id())))
                .isEqualTo(new Membership.NotFound());
    }

    @Test
    void whoHasNotAcceptedTheRulesIsAGuest() {
        assertThat(DiscordDirectory.membership(false, true, "Ana", Set.of("1"))).isEqualTo(new Membership.Guest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL_ERROR", "BAD_GATEWAY"})
    void aFailureIsNoAnswer(RestFault fault) {
        discord.faults().next(1, MEMBER, fault);

        assertThat(membership(ana)).isInstanceOf(Membership.Unavailable.class);
    }

    @Test
    void aLimitIsNoAnswer() {
        discord.faults().rateLimit(1, MEMBER, Duration.ofSeconds(5));

        assertThat(membership(ana)).isInstanceOf(Membership.Unavailable.class);
    }

    @Test
    void withoutATokenNobodyIsKnown() {
        var directory = new DiscordDirectory(access(""), new DiscordRest(DiscordRest.client(), access("")), seen);

        assertThat(directory.membership(account(ana))).isInstanceOf(Membership.Unavailable.class);
        assertThat(discord.requests()).isEmpty();
    }

    @Test
    void believesAnInteractionForAShortWhile() {
        seen.saw(ana.id(), new Membership.Member("Ana", Set.of("just-now")));

        Membership first = membership(ana);
        clock.advance(Duration.ofSeconds(11));

        assertThat(first).isEqualTo(new Membership.Member("Ana", Set.of("just-now")));
        assertThat(membership(ana)).isEqualTo(new Membership.Member("Ana", Set.of(admins.id())));
    }

    @Test
    void resolvesMentionsAndIds() {
        Optional<ChatAccount> found = Optional.of(account(ana));

        assertThat(directory().resolve("<@" + ana.id() + ">")).isEqualTo(found);
        assertThat(directory().resolve("<@!" + ana.id() + ">")).isEqualTo(found);
        assertThat(directory().resolve(" " + ana.id())).isEqualTo(found);
        assertThat(directory().resolve(account(ana).toString())).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "@ana", "<@&1>", "<@ana>", "<#1>", "slack:T/U", "42", "", "<@1> <@2>"})
    void resolvesNothingElse(String mention) {
        assertThat(directory().resolve(mention)).isEmpty();
    }

    private Membership membership(DiscordPerson person) {
        return directory().membership(account(person));
    }

    private ChatAccount account(DiscordPerson person) {
        return new ChatAccount("discord", discord.guild().id(), person.id());
    }

    private DiscordDirectory directory() {
        DiscordAccess access = access(discord.token());
        return new DiscordDirectory(access, new DiscordRest(DiscordRest.client(), access), seen);
    }

    private DiscordAccess access(String token) {
        return new DiscordAccess(discord.guild().id(), token, discord.apiUrl());
    }
}
