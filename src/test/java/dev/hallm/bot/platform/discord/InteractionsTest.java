package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher.Completion;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.platform.discord.fake.Choice;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.OpenedModal;
import dev.hallm.bot.platform.discord.fake.ResponseType;
import dev.hallm.bot.platform.discord.fake.RestFault;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do on Discord, as the core gets it, and the one first response. */
class InteractionsTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana").named("Ana");
    private final BotOnDiscord bot = BotOnDiscord.connected(discord, new FreeLock(), Clock.systemUTC());

    @AfterEach
    void close() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void defersACommandPrivatelyAndDeliversItsOptions() {
        SentInteraction command = ana.slash("user create", Map.of("name", "maria", "owner", ana));

        assertThat(command.awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        assertThat(command.isEphemeral()).isTrue();
        Delivery delivery = bot.awaitDelivery();
        assertThat(delivery.key()).isEqualTo(command.id());
        assertThat(delivery.from()).isEqualTo(bot.account(ana));
        assertThat(delivery.content())
                .isEqualTo(new Delivery.Submission(
                        "user create", Map.of("name", "maria", "owner", "<@" + ana.id() + ">"), null));
    }

    @Test
    void opensTheFormAndDeliversWhatWasFilledIn() {
        bot.dispatcher.first = new FirstResponse.Show(ScriptedDispatcher.FORM);

        OpenedModal modal = ana.slash("help").awaitModal();

        await().untilAsserted(() -> assertThat(bot.dispatcher.shown).hasSize(1));
        bot.dispatcher.first = new FirstResponse.DeferPrivate();
        SentInteraction submission = ana.submits(modal, Map.of("Name", "maria"));
        assertThat(submission.awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        assertThat(bot.awaitDelivery().content())
                .isEqualTo(new Delivery.Submission("user create", Map.of("name", "maria"), null));
        assertThat(bot.dispatcher.notShown).isEmpty();
    }

    @Test
    void defersWhenAFormCannotBeOpened() {
        bot.dispatcher.first = new FirstResponse.Show(ScriptedDispatcher.FORM);
        discord.faults().next(1, CALLBACK, RestFault.INTERNAL_ERROR);

        SentInteraction command = ana.slash("help");

        assertThat(command.awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        await().untilAsserted(() -> assertThat(bot.dispatcher.notShown).hasSize(1));
        assertThat(bot.dispatcher.shown).isEmpty();
    }

    @Test
    void takesAFormAsShownWhenOnlyTheAnswerWasLost() {
        bot.dispatcher.first = new FirstResponse.Show(ScriptedDispatcher.FORM);
        discord.faults().next(1, CALLBACK, RestFault.LOSE_ANSWER);

        ana.slash("help").awaitModal();

        await().untilAsserted(() -> assertThat(bot.dispatcher.shown).hasSize(1));
        assertThat(bot.dispatcher.notShown).isEmpty();
        discord.forgetProblems();
    }

    @Test
    void asksToRepeatWhatCouldNotBeStored() {
        bot.dispatcher.first = new FirstResponse.TryAgain("Nothing was done, <@1>. *Again*, please.");

        SentInteraction command = ana.slash("help");

        assertThat(command.awaitAnswer().isEphemeral()).isTrue();
        assertThat(command.awaitAnswer().content()).contains("Again").doesNotContain(" *Again*");
        assertThat(command.awaitAnswer().pings()).isEmpty();
    }

    @Test
    void defersAClickAsAnUpdateAndDeliversTheMessage() {
        DiscordMessage card = card();
        bot.dispatcher.first = new FirstResponse.DeferUpdate();

        SentInteraction click = ana.in(lab).clicks(card, "Approve request");

        assertThat(click.awaitResponse()).isEqualTo(ResponseType.DEFERRED_UPDATE);
        assertThat(bot.awaitDelivery().content())
                .isEqualTo(new Delivery.Click("approve~0", new MessageRef("discord", lab.id(), card.id())));
    }

    @Test
    void defersAClickPrivately() {
        DiscordMessage card = card();

        SentInteraction click = ana.in(lab).clicks(card, "Approve request");

        assertThat(click.awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        assertThat(click.isEphemeral()).isTrue();
    }

    @Test
    void deliversAFormOfAButtonWithItsMessage() {
        DiscordMessage card = card();
        bot.dispatcher.first = new FirstResponse.Show(ScriptedDispatcher.FORM);
        OpenedModal modal = ana.in(lab).clicks(card, "Approve request").awaitModal();
        bot.dispatcher.first = new FirstResponse.DeferUpdate();

        SentInteraction submission = ana.in(lab).submits(modal, Map.of("Name", "maria"));

        assertThat(submission.awaitResponse()).isEqualTo(ResponseType.DEFERRED_UPDATE);
        assertThat(((Delivery.Submission) bot.awaitDelivery().content()).ref())
                .isEqualTo(new MessageRef("discord", lab.id(), card.id()));
    }

    @Test
    void aClickInADirectMessageIsOfTheConfiguredGuild() {
        bot.post(new Destination.Direct(bot.account(ana)), withButton());
        DiscordMessage direct = discord.messages(ana.directMessages()).getLast();
        bot.dispatcher.first = new FirstResponse.DeferUpdate();

        SentInteraction click = ana.clicksInDirectMessage(direct, "Approve request");

        assertThat(click.awaitResponse()).isEqualTo(ResponseType.DEFERRED_UPDATE);
        assertThat(bot.awaitDelivery().from()).isEqualTo(bot.account(ana));
    }

    @Test
    void anotherGuildStaysAnotherGuild() {
        ObjectNode elsewhere = JsonMapper.shared().createObjectNode().put("guild_id", "4711");
        elsewhere.putObject("guild").put("id", "4711").put("locale", "en-US").putArray("features");

        ana.in(lab).slashWith(elsewhere, "help", Map.of());

        assertThat(bot.awaitDelivery().from()).isEqualTo(new ChatAccount("discord", "4711", ana.id()));
    }

    @Test
    void botsGetNoAnswer() {
        DiscordPerson robot = discord.person("robot").isBot();

        robot.in(lab).slash("help", Map.of());
        SentInteraction after = ana.in(lab).slash("help", Map.of());

        after.awaitResponse();
        assertThat(bot.dispatcher.deliveries).extracting(Delivery::from).containsExactly(bot.account(ana));
    }

    @Test
    void unknownKindsAndFieldsDoNoHarm() {
        ana.in(lab).somethingNew(99, JsonMapper.shared().createObjectNode().put("novelty", true));
        ObjectNode novelty = JsonMapper.shared().createObjectNode().put("novelty", "yes");

        SentInteraction command = ana.in(lab).slashWith(novelty, "help", Map.of());

        assertThat(command.awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        assertThat(bot.dispatcher.deliveries).hasSize(1);
    }

    @Test
    void completesWithWhatDiscordTakes() {
        bot.dispatcher.completions = () -> IntStream.range(0, 40)
                .mapToObj(i -> new Completion(i == 1 ? "x".repeat(101) : "tenant" + i, "tenant" + i, "a hint"))
                .toList();

        List<Choice> choices = ana.autocompletes("user create", "name", "ten").awaitChoices();

        assertThat(choices)
                .hasSize(25)
                .allSatisfy(choice -> assertThat(choice.value()).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void completesWithNothingRatherThanTooLate() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        bot.dispatcher.completions = () -> waitFor(end);

        List<Choice> choices = ana.autocompletes("user create", "name", "ten").awaitChoices();

        end.countDown();
        assertThat(choices).isEmpty();
    }

    private static List<Completion> waitFor(CountDownLatch end) {
        try {
            end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Test
    void aDeliveryThatComesAgainKeepsItsKey() {
        SentInteraction command = ana.slash("help");
        command.awaitResponse();

        discord.gateway().deliverAgain(command);

        await().untilAsserted(() -> assertThat(bot.dispatcher.deliveries)
                .extracting(Delivery::key)
                .containsExactly(command.id(), command.id()));
        await().untilAsserted(() -> assertThat(discord.requests(CALLBACK)).hasSize(2));
        discord.forgetProblems();
    }

    @Test
    void aResumedGatewayThatReplaysIsTheSameDelivery() {
        SentInteraction command = ana.slash("help");
        command.awaitResponse();

        discord.gateway().replayLast();

        await().untilAsserted(() -> assertThat(bot.dispatcher.deliveries)
                .extracting(Delivery::key)
                .containsExactly(command.id(), command.id()));
        assertThat(discord.gateway().resumes()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(discord.requests(CALLBACK)).hasSize(2));
        discord.forgetProblems();
    }

    private DiscordMessage card() {
        Sent sent = bot.post(lab, withButton(), Attempt.first("card"));
        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        return discord.messages(lab).getLast();
    }

    private static Message withButton() {
        return Message.text(Tone.NEUTRAL, "A request").with(Block.Buttons.of(Drawn.button("Approve request", "maria")));
    }
}
