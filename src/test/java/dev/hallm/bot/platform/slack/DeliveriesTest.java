package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Delivery.Words;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do on Slack becomes a delivery, under a key that a repeat has too. */
class DeliveriesTest {
    private final SlackUnderTest bot = SlackUnderTest.start();

    @AfterEach
    void stop() {
        assertThat(bot.slack.problems()).isEmpty();
        bot.close();
    }

    private Delivery last() {
        return bot.core.last();
    }

    @Test
    void aCommandIsWordsUnderItsTrigger() {
        Receipt receipt = bot.ana().slash("user create ana size=small");

        assertThat(receipt.body()).isEmpty();
        assertThat(last().content()).isEqualTo(new Words("user create ana size=small"));
        assertThat(last().from()).isEqualTo(bot.account("U0ANA"));
        assertThat(last().key())
                .isEqualTo(receipt.delivery().payload().path("trigger_id").asString());
    }

    @Test
    void aCommandMayRepeatItsOwnWord() {
        bot.ana().slash("/chat-ops", "chat-ops  help");

        assertThat(last().content()).isEqualTo(new Words("help"));
    }

    @Test
    void aCommandThatCannotBeStoredIsAnsweredInItsAcknowledgement() {
        bot.core.first = new FirstResponse.TryAgain("Not now <!channel>");
        Receipt receipt = bot.ana().in(SlackUnderTest.CHANNEL).slash("help");

        assertThat(receipt.json().path("response_type").asString()).isEqualTo("ephemeral");
        assertThat(receipt.json().path("text").asString()).isEqualTo("Not now &lt;!channel&gt;");
    }

    @Test
    void aMentionIsWhatFollowsIt() {
        Receipt receipt = bot.ana().mention(SlackUnderTest.CHANNEL, null, "hallm user show ana");

        assertThat(last().content()).isEqualTo(new Words("user show ana"));
        assertThat(last().key())
                .isEqualTo(receipt.delivery().payload().path("event_id").asString());
    }

    @Test
    void aRepeatedEventHasTheSameKey() {
        Receipt first = bot.ana().mention(SlackUnderTest.CHANNEL, null, "help");
        bot.ana().again(first, 1, "http_timeout");

        assertThat(bot.core.deliveries).extracting(Delivery::key).hasSize(2).containsOnly(last().key());
    }

    @Test
    void aDirectMessageIsWordsToo() {
        bot.ana().dm("user list");

        assertThat(last().content()).isEqualTo(new Words("user list"));
    }

    @Test
    void aStrangerOfASharedChannelStaysInTheirOwnWorkspace() {
        bot.slack.workspace().stranger("U9EVE", "Eve", "T9OTHER");
        bot.slack.person("U9EVE", bot.http).mention(SlackUnderTest.CHANNEL, null, "user list");

        assertThat(last().from()).isEqualTo(ChatAccount.parse("slack:T9OTHER/U9EVE"));
    }

    @Test
    void aStrangersClickStaysInTheirOwnWorkspace() {
        bot.slack.workspace().stranger("U9EVE", "Eve", "T9OTHER");
        bot.slack.person("U9EVE", bot.http).click(posted(), "Show ana");

        assertThat(last().from()).isEqualTo(ChatAccount.parse("slack:T9OTHER/U9EVE"));
    }

    @Test
    void aGuestIsDeliveredAndLeftToTheCore() {
        bot.slack.workspace().person("U0GUS", "Gus", SlackUser.Kind.SINGLE_CHANNEL_GUEST);
        bot.slack.person("U0GUS", bot.http).slash("help");

        assertThat(last().from()).isEqualTo(bot.account("U0GUS"));
    }

    @Test
    void anOpenedHomeIsOne() {
        bot.ana().opensHome();
        bot.http.deliver(bot.slack.deliveries().homeOpened("U0ANA", "messages"));

        assertThat(bot.core.deliveries).extracting(Delivery::content).containsExactly(new Delivery.Home());
    }

    private SlackMessage posted() {
        var ref =
                ((Sent.Delivered) bot.post(SlackUnderTest.channel(), SlackUnderTest.messageWithButton("A card"))).ref();
        return bot.slack.workspace().message(ref.channel(), ref.message()).orElseThrow();
    }

    @Test
    void aClickNamesTheButtonAndItsMessage() {
        SlackMessage card = posted();
        Receipt receipt = bot.ana().click(card, "Show ana");

        assertThat(last().content())
                .isEqualTo(new Delivery.Click("show~0123456789", new MessageRef("slack", card.channel(), card.ts())));
        assertThat(last().key())
                .isEqualTo(receipt.delivery().payload().path("trigger_id").asString());
        assertThat(receipt.body()).isEmpty();
    }

    @Test
    void aClickThatCannotBeStoredIsAnsweredPrivately() {
        bot.core.first = new FirstResponse.TryAgain("Once more, please");
        bot.ana().click(posted(), "Show ana");

        Awaitility.await()
                .untilAsserted(() -> assertThat(bot.slack.workspace().ephemeral("U0ANA"))
                        .singleElement()
                        .satisfies(message -> assertThat(message.flat()).contains("Once more, please")));
    }

    @Test
    void aClickInTheHomeNamesTheHome() {
        bot.post(new Destination.Home(bot.account("U0ANA")), SlackUnderTest.messageWithButton("Home"));
        bot.ana().clickInHome("Show ana");

        assertThat(last().content())
                .isEqualTo(new Delivery.Click("show~0123456789", new MessageRef("slack", "home", "U0ANA")));
    }

    @Test
    void asksSlackNothingBeforeItAcknowledges() {
        bot.slack.forget();
        bot.ana().slash("help");
        bot.ana().mention(SlackUnderTest.CHANNEL, null, "help");

        assertThat(bot.slack.calls()).isEmpty();
    }
}
