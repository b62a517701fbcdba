package dev.hallm.bot.platform.console;

import static dev.hallm.bot.platform.console.ConsoleUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ConsolePlatformTest {
    private static final ActionIds IDS = action -> action.verb() + "~opaque";
    private static final Message HELLO = Message.text(Tone.NEUTRAL, "hello");
    private static final Message SECRET = Message.of(
            Tone.GOOD, "The sign-in, only here.", Block.Fields.of(Block.Field.of("Password", "correct-horse")));
    private static final ChatAccount CY = Sample.person("cy").account();
    private static final Conversation CYS = Conversation.privateOf("cy");
    private static final Destination.Channel APPROVALS = new Destination.Channel("console", "#approvals");

    @AutoClose
    private final ConsoleUnderTest console = new ConsoleUnderTest();

    private static MessageRef ref(Sent sent) {
        return ((Sent.Delivered) sent).ref();
    }

    @Test
    void postsToAChannel() {
        Button button = Button.of("Approve request", "Approve request john-doe", Sample.action("approve"));

        Sent sent = console.platform.post(APPROVALS, HELLO.with(Block.Buttons.of(button)), IDS, Attempt.first("n1"));

        assertThat(console.transcript.of(Sample.APPROVALS)).singleElement().satisfies(message -> {
            assertThat(message.ref()).isEqualTo(ref(sent));
            assertThat(message.actions()).containsExactly("approve~opaque");
        });
    }

    @Test
    void postsOnceForOneNonce() {
        Sent first = console.platform.post(APPROVALS, HELLO, IDS, Attempt.first("n1"));

        Sent second = console.platform.post(APPROVALS, HELLO, IDS, Attempt.first("n1"));

        assertThat(second).isEqualTo(first);
        assertThat(console.transcript.of(Sample.APPROVALS)).hasSize(1);
    }

    @Test
    void answersInThePlaceKeptForTheAnswer() {
        console.log.working(Sample.person("cy"), "key");

        console.platform.post(new Destination.Reply(CY, "answer-key", true), HELLO, IDS, Attempt.first("n1"));

        assertThat(console.transcript.of(CYS)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(ConsoleMessage.State.POSTED);
            assertThat(message.content()).isEqualTo(HELLO);
        });
    }

    @Test
    void keepsNoPlaceForAnAnswerThatCameFirst() {
        console.platform.post(new Destination.Reply(CY, "answer-key", true), HELLO, IDS, Attempt.first("n1"));

        console.log.working(Sample.person("cy"), "key");

        assertThat(console.transcript.of(CYS))
                .singleElement()
                .extracting(ConsoleMessage::content)
                .isEqualTo(HELLO);
    }

    @Test
    void putsTheReplacementInPlaceOfTheClickedMessage() {
        MessageRef list = ref(console.platform.post(new Destination.Direct(CY), HELLO, IDS, Attempt.first("n1")));
        Message nextPage = Message.text(Tone.NEUTRAL, "page 2");

        Sent sent = console.platform.post(
                new Destination.Replacement(CY, "answer-key", list), nextPage, IDS, Attempt.first("n2"));

        assertThat(ref(sent)).isEqualTo(list);
        assertThat(console.transcript.of(CYS))
                .singleElement()
                .extracting(ConsoleMessage::content)
                .isEqualTo(nextPage);
    }

    @Test
    void saysThatAMessageIsNoLongerKept() {
        assertThat(console.platform.edit(new MessageRef("console", "approvals", "gone"), HELLO, IDS, Urgency.FINAL))
                .isInstanceOf(Sent.Undeliverable.class);
    }

    @Test
    void knowsNoOtherPlaces() {
        var stranger = new ChatAccount("console", "local", "zoe");

        assertThat(List.of(
                        console.platform.post(
                                new Destination.Channel("console", "random"), HELLO, IDS, Attempt.first("n1")),
                        console.platform.post(new Destination.Direct(stranger), HELLO, IDS, Attempt.first("n2")),
                        console.platform.whisper(new Destination.Reply(stranger, "answer-key", true), SECRET, IDS)))
                .hasOnlyElementsOfType(Sent.Undeliverable.class);
    }

    @Test
    void changesACardOnOpenPages() {
        MessageRef card = ref(console.platform.post(APPROVALS, HELLO, IDS, Attempt.first("n1")));
        MockHttpServletResponse page = console.opens("bo", "approvals");

        console.platform.edit(card, Message.text(Tone.GOOD, "approved"), IDS, Urgency.FINAL);

        await().until(() -> text(page).contains("event:message") && text(page).contains("<p>approved</p>"));
    }

    @Test
    void tellsAPageThatLooksElsewhereOnlyWhatItsPersonMaySee() {
        MockHttpServletResponse page = console.opens("ana", "operations");

        console.platform.post(
                new Destination.Direct(CY), Message.text(Tone.NEUTRAL, "for cy"), IDS, Attempt.first("n1"));
        console.platform.post(APPROVALS, HELLO, IDS, Attempt.first("n2"));

        await().until(() -> text(page).contains("event:elsewhere") && text(page).contains("\"title\":\"#approvals\""));
        assertThat(text(page)).doesNotContain("for cy");
    }

    @Test
    void showsASecretLiveWithoutStoringIt() {
        console.log.working(Sample.person("cy"), "key");
        MockHttpServletResponse page = console.opens("cy", "private");

        console.platform.whisper(new Destination.Reply(CY, "answer-key", true), SECRET, IDS);

        await().until(() -> text(page).contains("correct-horse"));
        assertThat(everythingStored()).doesNotContain("correct-horse").contains("shown to you once");
    }

    @Test
    void tellsOthersNothingOfASecret() {
        MockHttpServletResponse elsewhere = console.opens("cy", "operations");
        MockHttpServletResponse other = console.opens("ana", "private");

        console.platform.whisper(new Destination.Reply(CY, "answer-key", true), SECRET, IDS);
        console.platform.post(new Destination.Channel("console", "approvals"), HELLO, IDS, Attempt.first("n1"));

        await().until(() -> text(elsewhere).contains("hello") && text(other).contains("hello"));
        assertThat(text(elsewhere) + text(other)).doesNotContain("correct-horse");
    }

    /** A page takes an article only when its number is greater than the one it shows. */
    @Test
    void numbersASecretSoThatItReplacesItsPlaceholder() {
        console.log.working(Sample.person("cy"), "key");
        MockHttpServletResponse page = console.opens("cy", "private");

        console.platform.whisper(new Destination.Reply(CY, "answer-key", true), SECRET, IDS);

        await().until(() -> text(page).contains("correct-horse"));
        assertThat(changes(page)).hasSize(2).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void showsASecretThatIsRepeatedOnAPageThatMissedIt() {
        console.platform.whisper(new Destination.Reply(CY, "answer-key", true), SECRET, IDS);
        MockHttpServletResponse page = console.opens("cy", "private");

        console.platform.whisper(new Destination.Reply(CY, "answer-key", true), SECRET, IDS);

        await().until(() -> text(page).contains("correct-horse"));
        assertThat(changes(page)).hasSize(2).isSorted().doesNotHaveDuplicates();
        assertThat(console.transcript.of(CYS)).hasSize(1);
    }

    private static List<Long> changes(MockHttpServletResponse page) {
        return Pattern.compile("data-change=\"([0-9]+)\"")
                .matcher(text(page))
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private String everythingStored() {
        return console.database
                .jdbc()
                .sql("select * from console_message")
                .query()
                .listOfRows()
                .toString();
    }

    @Test
    void postsUnderAMessageInItsConversation() {
        MessageRef card = ref(console.platform.post(APPROVALS, HELLO, IDS, Attempt.first("n1")));

        console.platform.post(new Destination.Under(card), Message.text(Tone.BAD, "why"), IDS, Attempt.first("n2"));

        assertThat(console.transcript.of(Sample.APPROVALS)).hasSize(2);
    }
}
