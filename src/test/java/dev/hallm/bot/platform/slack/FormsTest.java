package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.platform.slack.fake.Faults;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.Signing;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Forms open within their trigger's life, come back once, and are answered where they were asked for. */
class FormsTest {
    private final SlackUnderTest bot = SlackUnderTest.start();
    private final SlackPerson ana = bot.ana().in(SlackUnderTest.CHANNEL);

    @BeforeEach
    void showForms() {
        bot.core.first = RecordingDispatcher.showsAForm();
    }

    @AfterEach
    void stop() {
        assertThat(bot.slack.problems()).isEmpty();
        bot.close();
    }

    private void fillIn() {
        await().until(() -> !bot.core.shown.isEmpty());
        bot.core.first = new FirstResponse.DeferPrivate();
        ana.fillsModal(Map.of("name", "ana"));
    }

    private SlackMessage posted() {
        var ref =
                ((Sent.Delivered) bot.post(SlackUnderTest.channel(), SlackUnderTest.messageWithButton("A card"))).ref();
        return bot.slack.workspace().message(ref.channel(), ref.message()).orElseThrow();
    }

    @Test
    void aCommandOpensItsForm() {
        ana.slash("user create");

        await().untilAsserted(() -> assertThat(bot.core.shown).containsExactly(bot.core.last()));
        assertThat(ana.modal().callbackId()).isEqualTo("user create");
    }

    @Test
    void whatWasFilledInIsOneSubmissionHoweverOftenItIsSent() {
        ana.slash("user create");
        fillIn();
        String view = ana.modal().id();
        Receipt sent = ana.submits();
        ana.submitsAgain(sent);

        assertThat(sent.body()).isEmpty();
        assertThat(bot.core.deliveries.subList(1, 3)).allSatisfy(delivery -> {
            assertThat(delivery.key()).isEqualTo("view:" + view);
            assertThat(delivery.content())
                    .isEqualTo(new Delivery.Submission("user create", Map.of("name", "ana"), null));
        });
    }

    @Test
    void aFormOpenedByAButtonRemembersItsMessage() {
        SlackMessage card = posted();
        ana.click(card, "Show ana");
        fillIn();
        ana.submits();

        assertThat(bot.core.last().content())
                .isEqualTo(new Delivery.Submission(
                        "user create", Map.of("name", "ana"), new MessageRef("slack", card.channel(), card.ts())));
    }

    @Test
    void aSubmissionIsAnsweredByTheWayOfWhatOpenedIt() {
        ana.slash("user create");
        fillIn();
        ana.submits();
        Sent sent = bot.post(bot.toLast(), SlackUnderTest.message("On its way"));

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        assertThat(bot.slack.workspace().ephemeral("U0ANA"))
                .singleElement()
                .satisfies(message -> assertThat(message.channel()).isEqualTo(SlackUnderTest.CHANNEL));
    }

    @Test
    void aSubmissionOfAnHourLaterIsAnsweredInTheChannelPrivately() {
        ana.slash("user create");
        fillIn();
        bot.clock.advance(Duration.ofHours(1));
        ana.submits();
        bot.post(bot.toLast(), SlackUnderTest.message("On its way"));

        assertThat(bot.slack.calls("chat.postEphemeral")).hasSize(1);
        assertThat(bot.slack.workspace().ephemeral("U0ANA")).hasSize(1);
    }

    @Test
    void aSubmissionThatCannotBeStoredKeepsTheFormOpen() {
        ana.slash("user create");
        fillIn();
        bot.core.first = new FirstResponse.TryAgain("Once more, please");
        ana.submits();

        assertThat(ana.formErrors()).containsValue("Once more, please");
        assertThat(ana.modal().callbackId()).isEqualTo("user create");
    }

    @Test
    void saysWhenTheTriggerWasTooOld() {
        var late = bot.slack.deliveries().command("U0ANA", SlackUnderTest.CHANNEL, "/hallm", "user create");
        bot.clock.advance(Duration.ofSeconds(4));
        bot.http.deliver(late);

        await().untilAsserted(() -> assertThat(bot.core.notShown).containsExactly(bot.core.last()));
        assertThat(bot.core.shown).isEmpty();
        assertThat(bot.slack.problems()).containsExactly("views.open: expired_trigger_id {}");
        bot.slack.forget();
    }

    @Test
    void saysWhenSlackDidNotOpenIt() {
        bot.slack.faults().next(1, "views.open", Faults.Kind.HTML);
        ana.slash("user create");

        await().untilAsserted(() -> assertThat(bot.core.notShown).containsExactly(bot.core.last()));
    }

    @Test
    void saysThatMentionsAndDirectMessagesOpenNone() {
        ana.mention(SlackUnderTest.CHANNEL, null, "user create");
        ana.dm("user create");

        await().untilAsserted(
                        () -> assertThat(bot.core.notShown).containsExactlyInAnyOrderElementsOf(bot.core.deliveries));
        assertThat(bot.slack.calls("views.open")).isEmpty();
    }

    @Test
    void aFormOfNobodyKnowsWhatIsStillADelivery() {
        ana.slash("user create");
        fillIn();
        var receipt = ana.submits();
        var odd = receipt.delivery().payload().deepCopy();
        ((ObjectNode) odd.path("view")).put("private_metadata", "{\"x\":1}").put("id", "VODD");
        bot.http
                .raw()
                .send(
                        receipt.delivery(),
                        ("payload=" + URLEncoder.encode(odd.toString(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8),
                        Signing.valid());

        assertThat(bot.core.last().key()).isEqualTo("view:VODD");
    }
}
