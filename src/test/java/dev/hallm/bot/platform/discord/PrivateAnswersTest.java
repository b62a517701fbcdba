package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.platform.discord.SendingBench.delivered;
import static dev.hallm.bot.platform.discord.SendingBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where answers for one person arrive, and secrets nowhere else. */
class PrivateAnswersTest {
    private static final Attempt FIRST = Attempt.first("reply:7");

    @AutoClose
    private final SendingBench bench = new SendingBench();

    private final MutableClock clock = bench.clock();
    private final FakeDiscord discord = bench.discord();
    private final DiscordChannel lab = bench.lab();
    private final DiscordPerson ana = bench.ana();
    private final BotOnDiscord bot = bench.bot();

    @Test
    void fillsThePlaceOfAPrivateAnswer() {
        Delivery delivery = bench.command();

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), FIRST);

        DiscordMessage answer = discord.lastInteraction().orElseThrow().awaitAnswer();
        assertThat(answer.text()).contains("Here it is");
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(sent).isEqualTo(new Sent.Delivered(new MessageRef("discord", lab.id(), answer.id())));
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void aRepeatedPrivateAnswerStaysOne() {
        Delivery delivery = bench.command();
        bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), FIRST);

        Sent again = bot.post(BotOnDiscord.reply(delivery, true), text("Here it is"), Attempt.again("reply:7"));

        assertThat(again).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(lab, ana)).hasSize(1);
    }

    @Test
    void addsAPrivateMessageAfterAnUpdate() {
        Delivery delivery = bench.click();

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
        Delivery delivery = bench.command();
        Message list = text("All tenants").with(new Block.Attachment("tenants.csv", "text/csv", "name\nmaria\n"));

        bot.post(BotOnDiscord.reply(delivery, true), list, FIRST);

        DiscordMessage answer = discord.lastInteraction().orElseThrow().awaitAnswer();
        assertThat(answer.files()).containsOnlyKeys("tenants.csv");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void postsEveryPageOfALongAnswer() {
        Delivery delivery = bench.command();
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
        Delivery delivery = bench.command();
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
        Delivery delivery = bench.command();
        Handle handle = Handle.read(delivery.handle()).orElseThrow();
        long later = clock.instant().plus(Duration.ofMinutes(10)).getEpochSecond();
        Handle fresh = new Handle(handle.app(), handle.token(), later, handle.channel(), handle.surface(), handle.id());
        clock.advance(Duration.ofMinutes(16));

        Sent sent = bot.post(new Destination.Reply(delivery.from(), fresh.write(), true), text("Late"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.messages(ana.directMessages())).hasSize(1);
    }

    @Test
    void aLateAnswerToClosedDirectMessagesIsUndeliverable() {
        Delivery delivery = bench.command();
        ana.closesDirectMessages();
        clock.advance(Duration.ofMinutes(20));

        Sent sent = bot.post(BotOnDiscord.reply(delivery, true), text("Late"), FIRST);

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void whispersIntoThePlaceOfTheAnswer() {
        Delivery delivery = bench.command();

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, true), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.lastInteraction().orElseThrow().awaitAnswer().isEphemeral())
                .isTrue();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void whispersFromAReplicaWithoutTheGateway() {
        Delivery delivery = bench.click();
        bot.close();

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, false), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(discord.lastInteraction().orElseThrow().followups())
                .singleElement()
                .satisfies(message -> assertThat(message.isEphemeral()).isTrue());
    }

    @Test
    void neverWhispersByDirectMessage() {
        Delivery delivery = bench.command();
        clock.advance(Duration.ofMinutes(15));

        Sent sent = bot.link.platform().whisper(BotOnDiscord.reply(delivery, true), text("the secret"), Drawn.ids());

        assertThat(sent).isInstanceOf(Sent.Undeliverable.class);
        assertThat(discord.messages(ana.directMessages())).isEmpty();
    }
}
