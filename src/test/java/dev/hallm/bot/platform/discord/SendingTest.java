package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.RestFault;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where messages arrive, and what Discord's refusals mean. */
class SendingTest {
    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final Attempt FIRST = Attempt.first("reply:7");

    private final MutableClock clock = new MutableClock();
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana").named("Ana");
    private final BotOnDiscord bot = BotOnDiscord.connected(discord, new FreeLock(), clock);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void fillsThePlaceOfAPrivateAnswer() {
        Delivery delivery = command();

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), FIRST);

        DiscordMessage answer = discord.lastInteraction().orElseThrow().awaitAnswer();
        assertThat(answer.text()).contains("Here it is");
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(sent).isEqualTo(new Sent.Delivered(new MessageRef("discord", lab.id(), answer.id())));
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void aRepeatedPrivateAnswerStaysOne() {
        Delivery delivery = command();
        bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), FIRST);

        Sent again = bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), Attempt.again("reply:7"));

        assertThat(again).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(lab, ana)).hasSize(1);
    }

    @Test
    void addsAPrivateMessageAfterAnUpdate() {
        Delivery delivery = click();

        Sent sent = bot.post(BotOnDiscord.reply(delivery, false), text("Only for you"), FIRST);
        Sent again = bot.post(BotOnDiscord.reply(delivery, false), text("Only for you"), Attempt.again("reply:7"));

        assertThat(delivered(again)).isEqualTo(delivered(sent));
        List<DiscordMessage> added = discord.lastInteraction().orElseThrow().followups();
        assertThat(added).hasSize(1);
        assertThat(added.getFirst().isEphemeral()).isTrue();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void attachesFilesToAPrivateAnswer() {
        Delivery delivery = command();
        Message list = text("All tenants").with(new Block.Attachment("tenants.csv", "text/csv", "name\nmaria\n"));

        bot.post(BotOnDiscord.reply(delivery, true), list, FIRST);

        DiscordMessage answer = discord.lastInteraction().orElseThrow().awaitAnswer();
        assertThat(answer.files()).containsOnlyKeys("tenants.csv");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void postsEveryPageOfALongAnswer() {
        Delivery delivery = command();
        Block[] paragraphs = IntStream.range(0, 12)
                .mapToObj(i -> Block.Text.body(Span.plain("line " + i + " " + "x".repeat(900))))
                .toArray(Block[]::new);

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), Drawn.message(paragraphs), FIRST);

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(lab, ana)).hasSizeGreaterThan(1).allMatch(DiscordMessage::isEphemeral);
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void answersDirectlyWhenTheInteractionIsOver() {
        Delivery delivery = command();
        clock.advance(Duration.ofMinutes(14));

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), text("Late"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(ana.directMessages()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("Late"));
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void answersDirectlyWhenDiscordForgotTheInteraction() {
        Delivery delivery = command();
        Handle handle = Handle.read(delivery.handle()).orElseThrow();
        long later = clock.instant().plus(Duration.ofMinutes(10)).getEpochSecond();
        Handle fresh = new Handle(handle.app(), handle.token(), later, handle.channel(), handle.surface(), handle.id());
        clock.advance(Duration.ofMinutes(16));

        Sent sent = bot.post(new Destination.Reply(delivery.from(), fresh.write(), true), text("Late"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(ana.directMessages())).hasSize(1);
    }

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
    void aLateAnswerToClosedDirectMessagesIsUndeliverable() {
        Delivery delivery = command();
        ana.closesDirectMessages();
        clock.advance(Duration.ofMinutes(20));

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), text("Late"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void anUnknownPersonIsUndeliverable() {
        var nobody = new ChatAccount("discord", discord.guild().id(), "4711");

        Sent sent = bot.post(new Destination.Direct(nobody), text("Hello?"));

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void replacesTheClickedMessage() {
        Delivery delivery = click();
        DiscordMessage card = discord.lastInteraction().orElseThrow().source().orElseThrow();

        Sent sent = bot.post(
                new Destination.Replacement(delivery.from(), delivery.handle(), ref(card)), text("Page 2"), FIRST);

        assertThat(sent).isEqualTo(new Sent.Delivered(ref(card)));
        assertThat(card.text()).contains("Page 2");
        assertThat(card.buttons()).isEmpty();
    }

    @Test
    void replacesTheClickedMessageAlsoWhenTheInteractionIsOver() {
        Delivery delivery = click();
        DiscordMessage card = discord.lastInteraction().orElseThrow().source().orElseThrow();
        clock.advance(Duration.ofMinutes(16));

        bot.post(new Destination.Replacement(delivery.from(), delivery.handle(), ref(card)), text("Page 2"), FIRST);

        assertThat(card.text()).contains("Page 2");
    }

    @Test
    void editsACardForDays() {
        MessageRef ref = delivered(bot.post(lab, text("Request · open"), FIRST));
        clock.advance(Duration.ofDays(5));

        Sent sent = edit(ref, text("Request · approved"));

        assertThat(sent).isEqualTo(new Sent.Delivered(ref));
        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(card -> assertThat(card.text()).contains("approved"));
    }

    @Test
    void editsADirectMessageThatThisProcessNeverSent() {
        MessageRef ref = delivered(bot.post(new Destination.Direct(bot.account(ana)), text("Onboarding · running")));
        bot.close();
        try (BotOnDiscord next = BotOnDiscord.connected(discord, new FreeLock(), clock)) {
            Sent sent = next.link.platform().edit(ref, text("Onboarding · done"), Drawn.ids(), Urgency.FINAL);

            assertThat(sent).isEqualTo(new Sent.Delivered(ref));
        }
    }

    @Test
    void postsANewCardWhenTheOldOneTakesNoMoreEdits() {
        discord.editsOfOldMessages(0, Duration.ofHours(1));
        MessageRef ref = delivered(bot.post(lab, text("Request · open"), FIRST));
        clock.advance(Duration.ofHours(2));

        Sent sent = edit(ref, text("Request · approved"));

        DiscordMessage card = discord.messages(lab).getLast();
        assertThat(sent).isEqualTo(new Sent.Delivered(ref(card)));
        assertThat(ref(card)).isNotEqualTo(ref);
        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(left -> assertThat(left.text()).contains("approved"));
    }

    @Test
    void aDeletedCardIsUndeliverable() {
        Sent sent = edit(new MessageRef("discord", lab.id(), "1574984943577071616"), text("Request"));

        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Undeliverable.class,
                        never -> assertThat(never.why()).contains("10008"));
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
        bot.close();
        try (BotOnDiscord next = BotOnDiscord.connected(discord, new FreeLock(), clock)) {
            Sent again = next.post(lab, text("Hello"), Attempt.again("reply:7"));

            assertThat(delivered(again)).isEqualTo(delivered(first));
            assertThat(discord.messages(lab)).hasSize(1);
        }
    }

    @Test
    void textOfPeopleMentionsNobody() {
        String attack = "@everyone <@" + ana.id() + "> <@&1> @here";
        MessageRef ref = delivered(bot.post(lab, text(attack), FIRST));

        edit(ref, text("now " + attack));

        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(message -> assertThat(message.pings()).isEmpty());
        assertThat(discord.requests(POST))
                .allSatisfy(request -> assertThat(
                                request.body().path("allowed_mentions").path("parse"))
                        .isEmpty());
    }

    @Test
    void whispersIntoThePlaceOfTheAnswer() {
        Delivery delivery = command();

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, true), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.lastInteraction().orElseThrow().awaitAnswer().isEphemeral())
                .isTrue();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void whispersFromAReplicaWithoutTheGateway() {
        Delivery delivery = click();
        bot.close();

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, false), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.lastInteraction().orElseThrow().followups())
                .singleElement()
                .satisfies(message -> assertThat(message.isEphemeral()).isTrue());
    }

    @Test
    void neverWhispersByDirectMessage() {
        Delivery delivery = command();
        clock.advance(Duration.ofMinutes(15));

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, true), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
        assertThat(discord.messages(ana.directMessages())).isEmpty();
    }

    @Test
    void discordHasNoHome() {
        assertThat(bot.post(new Destination.Home(bot.account(ana)), text("Home")))
                .isInstanceOf(Sent.Undeliverable.class);
    }

    private Delivery command() {
        SentInteraction command = ana.in(lab).slash("help", Map.of());
        command.awaitResponse();
        return bot.awaitDelivery();
    }

    private Delivery click() {
        Message card = text("A request").with(Block.Buttons.of(Drawn.button("Approve request", "maria")));
        bot.post(lab, card, Attempt.first("card"));
        bot.dispatcher.first = new FirstResponse.DeferUpdate();
        ana.in(lab).clicks(discord.messages(lab).getLast(), "Approve request").awaitResponse();
        return bot.awaitDelivery();
    }

    private Sent edit(MessageRef ref, Message message) {
        return bot.link.platform().edit(ref, message, Drawn.ids(), Urgency.FINAL);
    }

    private static Message text(String text) {
        return Message.text(Tone.NEUTRAL, text);
    }

    private static MessageRef delivered(Sent sent) {
        return ((Sent.Delivered) sent).ref();
    }

    private static MessageRef ref(DiscordMessage message) {
        return new MessageRef("discord", message.channel().id(), message.id());
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
