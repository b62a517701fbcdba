package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.platform.discord.SendingBench.delivered;
import static dev.hallm.bot.platform.discord.SendingBench.ref;
import static dev.hallm.bot.platform.discord.SendingBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.RestFault;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where messages arrive, and what Discord's refusals mean. */
class SendingTest {
    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final Attempt FIRST = Attempt.first("reply:7");

    @AutoClose
    private final SendingBench bench = new SendingBench();

    private final FakeDiscord discord = bench.discord();
    private final DiscordChannel lab = bench.lab();
    private final DiscordPerson ana = bench.ana();
    private final BotOnDiscord bot = bench.bot();

    @Test
    void aClosedDirectMessageIsUndeliverable() {
        ana.closesDirectMessages();

        Sent sent = bot.post(new Destination.Direct(bot.account(ana)), text("Welcome"));

        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Undeliverable.class,
                        never -> assertThat(never.why()).contains("50007"));
    }

    @Test
    void anUnknownPersonIsUndeliverable() {
        var nobody = new ChatAccount("discord", discord.guild().id(), "4711");

        Sent sent = bot.post(new Destination.Direct(nobody), text("Hello?"));

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void aChannelThatIsGoneIsUndeliverable() {
        lab.delete();

        assertThat(bot.post(lab, text("Hello"), FIRST)).isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void aChannelWithoutPermissionIsTriedAgain() {
        lab.botPermissions(0);

        assertThat(bot.post(lab, text("Hello"), FIRST)).isInstanceOf(Sent.Later.class);
    }

    @Test
    void waitsAsLongAsDiscordSaysAndPostsOnce() {
        discord.faults().rateLimit(1, POST, Duration.ofSeconds(1));

        Sent sent = bot.post(lab, text("Hello"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.requests(POST)).hasSize(2);
        assertThat(discord.messages(lab)).hasSize(1);
    }

    @Test
    void aLongLimitIsForLaterAndDoesNotHoldTheSender() {
        discord.faults().rateLimit(1, POST, Duration.ofSeconds(60));
        long before = System.nanoTime();

        Sent sent = bot.post(lab, text("Hello"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Later.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anErrorOfDiscordIsForLater() {
        discord.faults().next(1, POST, RestFault.INTERNAL_ERROR);

        assertThat(bot.post(lab, text("Hello"), FIRST)).isInstanceOf(Sent.Later.class);
    }

    @Test
    void aPageOfHtmlIsForLater() {
        discord.faults().next(9, POST, RestFault.BAD_GATEWAY);

        assertThat(bot.post(lab, text("Hello"), FIRST)).isInstanceOf(Sent.Later.class);
    }

    @Test
    void aBrokenConnectionIsForLater() {
        discord.faults().away();

        assertThat(bot.post(lab, text("Hello"), FIRST)).isInstanceOf(Sent.Later.class);
    }

    @Test
    void aLostAnswerIsNotPostedTwice() {
        discord.faults().next(2, POST, RestFault.LOSE_ANSWER);

        bot.post(lab, text("Hello"), FIRST);
        Sent again = bot.post(lab, text("Hello"), Attempt.again("reply:7"));

        assertThat(again).isEqualTo(new Sent.Delivered(ref(discord.messages(lab).getLast())).perhapsEarlier());
        assertThat(discord.messages(lab)).hasSize(1);
    }

    @Test
    void aRepeatInAnotherProcessIsNotPostedTwice() {
        Sent first = bot.post(lab, text("Hello"), FIRST);
        try (BotOnDiscord next = bench.next()) {
            Sent again = next.post(lab, text("Hello"), Attempt.again("reply:7"));

            assertThat(delivered(again)).isEqualTo(delivered(first));
            assertThat(discord.messages(lab)).hasSize(1);
        }
    }

    @Test
    void textOfPeopleMentionsNobody() {
        String attack = "@everyone <@" + ana.id() + "> <@&1> @here";
        MessageRef ref = delivered(bot.post(lab, text(attack), FIRST));

        bench.edit(ref, text("now " + attack));

        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(message -> assertThat(message.pings()).isEmpty());
        assertThat(discord.requests(POST))
                .allSatisfy(request -> assertThat(
                                request.body().path("allowed_mentions").path("parse"))
                        .isEmpty());
    }

    @Test
    void discordHasNoHome() {
        assertThat(bot.post(new Destination.Home(bot.account(ana)), text("Home")))
                .isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void postsUnderAMessageAsAReplyToIt() {
        var channel = new Destination.Channel("discord", lab.id());
        MessageRef card = ((Sent.Delivered) bot.post(channel, text("A card"), FIRST)).ref();

        Sent sent = bot.post(new Destination.Under(card), text("Why"), Attempt.first("under:7"));
        Sent again = bot.post(new Destination.Under(card), text("Why"), Attempt.again("under:7"));

        assertThat(delivered(again)).isEqualTo(delivered(sent));
        assertThat(discord.messages(lab)).hasSize(2).last().satisfies(reply -> {
            assertThat(reply.text()).contains("Why");
            assertThat(reply.json().path("message_reference").path("message_id").asString())
                    .isEqualTo(card.message());
        });
        assertThat(discord.problems()).isEmpty();
    }
}
