package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Delivery.Click;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Sent.Delivered;
import dev.hallm.bot.chat.port.Sent.Later;
import dev.hallm.bot.chat.port.Sent.Undeliverable;
import dev.hallm.bot.platform.slack.fake.Faults;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that one person sees, by the way that is still open. */
class PrivateAnswersTest {
    private final SlackUnderTest bot = SlackUnderTest.start();
    private final SlackPerson ana = bot.ana().in(SlackUnderTest.CHANNEL);

    @AfterEach
    void stop() {
        assertThat(bot.slack.problems()).isEmpty();
        bot.close();
    }

    private Sent answer(String text) {
        return bot.post(bot.toLast(), SlackUnderTest.message(text));
    }

    private Sent whisper(String text) {
        return bot.platform().whisper(bot.toLast(), SlackUnderTest.message(text), SlackUnderTest.BUTTONS);
    }

    private List<SlackMessage> seenByAna() {
        return bot.slack.workspace().ephemeral("U0ANA");
    }

    private List<SlackMessage> directMessages() {
        return bot.slack.workspace().directMessages("U0ANA").stream()
                .filter(message -> message.author().equals(bot.slack.workspace().botUserId()))
                .toList();
    }

    private SlackMessage card() {
        var ref = ((Delivered) bot.post(SlackUnderTest.channel(), SlackUnderTest.messageWithButton("A card"))).ref();
        return bot.slack.workspace().message(ref.channel(), ref.message()).orElseThrow();
    }

    @Test
    void aCommandIsAnsweredWhereItWasTyped() {
        ana.slash("help");

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(seenByAna()).singleElement().satisfies(seen -> {
            assertThat(seen.channel()).isEqualTo(SlackUnderTest.CHANNEL);
            assertThat(seen.flat()).contains("Here you are");
        });
    }

    @Test
    void aCommandIsAnsweredInAChannelThatTheBotIsNotIn() {
        ana.in("C0ELSEWHERE").slash("help");

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(seenByAna()).hasSize(1);
    }

    @Test
    void theSixthAnswerComesByDirectMessage() {
        ana.slash("help");
        for (int use = 1; use <= 5; use++) {
            answer("Answer " + use);
        }
        bot.slack.forget();

        assertThat(answer("Answer 6")).isInstanceOf(Delivered.class);
        assertThat(seenByAna()).hasSize(5);
        assertThat(directMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.flat()).contains("Answer 6"));
        bot.slack.forget();
    }

    @Test
    void anAnswerOfHalfAnHourLaterComesByDirectMessage() {
        ana.slash("help");
        bot.clock.advance(Duration.ofMinutes(30));

        assertThat(answer("At last")).isInstanceOf(Delivered.class);
        assertThat(directMessages()).hasSize(1);
        assertThat(bot.slack.calls("response_url")).isEmpty();
    }

    @Test
    void aMentionIsAnsweredInItsThreadPrivately() {
        SlackMessage card = card();
        ana.mention(SlackUnderTest.CHANNEL, card.ts(), "help");

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(seenByAna())
                .singleElement()
                .satisfies(seen -> assertThat(seen.threadTs()).isEqualTo(card.ts()));
    }

    @Test
    void aMentionWhereTheBotIsNoLongerIsAnsweredByDirectMessage() {
        ana.mention(SlackUnderTest.CHANNEL, null, "help");
        bot.slack.workspace().botLeaves(SlackUnderTest.CHANNEL);

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(directMessages()).hasSize(1);
    }

    @Test
    void aDirectMessageIsAnsweredThere() {
        ana.dm("help");

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(directMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.isEphemeral()).isFalse());
    }

    @Test
    void aClickInTheHomeIsAnsweredByDirectMessage() {
        bot.post(new Destination.Home(bot.account("U0ANA")), SlackUnderTest.messageWithButton("Home"));
        ana.clickInHome("Show ana");

        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
        assertThat(directMessages()).hasSize(1);
    }

    @Test
    void aFileGoesToTheDirectMessagesAndTheAnswerSaysSo() {
        ana.slash("list csv");

        assertThat(bot.post(bot.toLast(), SlackUnderTest.messageWithFile("Your list")))
                .isInstanceOf(Delivered.class);
        assertThat(bot.slack
                        .workspace()
                        .files(bot.slack.workspace().directChannel("U0ANA").id()))
                .singleElement()
                .satisfies(file -> assertThat(file.text()).isEqualTo("name\nana\n"));
        assertThat(seenByAna())
                .singleElement()
                .satisfies(seen -> assertThat(seen.flat()).contains("The file tenants.csv is in our direct messages."));
    }

    @Test
    void waitsWhileSlackIsAway() {
        ana.slash("help");
        bot.slack.faults().next(1, "response_url", Faults.Kind.SERVER_ERROR);

        assertThat(answer("Here you are")).isInstanceOf(Later.class);
        assertThat(answer("Here you are")).isInstanceOf(Delivered.class);
    }

    @Test
    void aReplacementTakesThePlaceOfThePrivateMessageThatWasClicked() {
        ana.slash("user list");
        bot.post(bot.toLast(), SlackUnderTest.messageWithButton("Page 1"));
        ana.click(seenByAna().getFirst(), "Show ana");
        Sent sent = replace("Page 2");

        assertThat(sent).isInstanceOf(Delivered.class);
        assertThat(seenByAna())
                .singleElement()
                .satisfies(seen -> assertThat(seen.flat()).contains("Page 2"));
    }

    @Test
    void aReplacementOfHalfAnHourLaterEditsAMessageThatStays() {
        ana.click(card(), "Show ana");
        bot.clock.advance(Duration.ofMinutes(31));

        assertThat(replace("Decided")).isInstanceOf(Delivered.class);
        assertThat(bot.slack.workspace().messages(SlackUnderTest.CHANNEL))
                .singleElement()
                .satisfies(message -> assertThat(message.flat()).contains("Decided"));
    }

    @Test
    void aReplacementOfHalfAnHourLaterComesByDirectMessageWhereNothingStays() {
        ana.slash("user list");
        bot.post(bot.toLast(), SlackUnderTest.messageWithButton("Page 1"));
        ana.click(seenByAna().getFirst(), "Show ana");
        bot.clock.advance(Duration.ofMinutes(31));

        assertThat(replace("Page 2")).isInstanceOf(Delivered.class);
        assertThat(directMessages()).hasSize(1);
    }

    private Sent replace(String text) {
        var click = (Click) bot.core.last().content();
        MessageRef ref = Objects.requireNonNull(click.ref());
        return bot.post(
                new Destination.Replacement(
                        bot.core.last().from(), bot.core.last().handle(), ref),
                SlackUnderTest.message(text));
    }

    @Test
    void aReplacementWithAFileIsAnAnswer() {
        ana.click(card(), "Show ana");
        var clicked = new Destination.Replacement(
                bot.core.last().from(), bot.core.last().handle(), new MessageRef("slack", SlackUnderTest.CHANNEL, "1"));

        assertThat(bot.post(clicked, SlackUnderTest.messageWithFile("Your list")))
                .isInstanceOf(Delivered.class);
        assertThat(seenByAna()).hasSize(1);
    }

    @Test
    void aClickInAThreadIsAnsweredThere() {
        SlackMessage card = card();
        ana.mention(SlackUnderTest.CHANNEL, card.ts(), "user show ana");
        bot.post(bot.toLast(), SlackUnderTest.messageWithButton("Ana's tenant"));
        ana.click(seenByAna().getFirst(), "Show ana");
        answer("Here you are");

        assertThat(seenByAna())
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen.threadTs()).isEqualTo(card.ts()));
    }

    @Test
    void aSecretIsShownAndKeptNowhere() {
        ana.click(card(), "Show ana");

        assertThat(whisper("open sesame")).isInstanceOf(Delivered.class);
        assertThat(seenByAna())
                .singleElement()
                .satisfies(seen -> assertThat(seen.flat()).contains("open sesame"));
    }

    @Test
    void aSecretIsNeverWrittenIntoDirectMessages() {
        ana.dm("help");

        assertThat(whisper("open sesame")).isInstanceOf(Undeliverable.class);
        assertThat(directMessages()).isEmpty();
    }

    @Test
    void aSecretIsShownInDirectMessagesByTheClicksOwnWay() {
        bot.post(new Destination.Direct(bot.account("U0ANA")), SlackUnderTest.messageWithButton("Welcome"));
        ana.click(directMessages().getFirst(), "Show ana");

        assertThat(whisper("open sesame")).isInstanceOf(Delivered.class);
        assertThat(seenByAna()).hasSize(1);
        assertThat(directMessages()).hasSize(1);
    }
}
