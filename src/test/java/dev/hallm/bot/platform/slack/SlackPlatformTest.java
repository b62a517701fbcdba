package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Sent.Delivered;
import dev.hallm.bot.chat.port.Sent.Later;
import dev.hallm.bot.chat.port.Sent.Undeliverable;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.platform.slack.fake.Faults;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that stay: posted once, edited within Slack's limits, whatever Slack does meanwhile. */
class SlackPlatformTest {
    private final SlackUnderTest bot = SlackUnderTest.start();

    @AfterEach
    void stop() {
        assertThat(bot.slack.problems()).isEmpty();
        bot.close();
    }

    private Sent post(Attempt attempt) {
        return bot.platform()
                .post(SlackUnderTest.channel(), SlackUnderTest.message("A card"), SlackUnderTest.BUTTONS, attempt);
    }

    private MessageRef posted() {
        return ((Delivered) post(Attempt.first("nonce-1"))).ref();
    }

    private Sent edit(MessageRef ref, String text, Urgency urgency) {
        return bot.platform().edit(ref, SlackUnderTest.message(text), SlackUnderTest.BUTTONS, urgency);
    }

    private List<SlackMessage> inChannel() {
        return bot.slack.workspace().messages(SlackUnderTest.CHANNEL);
    }

    private Destination.Direct ana() {
        return new Destination.Direct(bot.account("U0ANA"));
    }

    @Test
    void postsTextAndBlocksWithTheNonce() {
        MessageRef ref = posted();

        assertThat(inChannel()).singleElement().satisfies(message -> {
            assertThat(ref).isEqualTo(new MessageRef("slack", SlackUnderTest.CHANNEL, message.ts()));
            assertThat(message.text()).isEqualTo("A card");
            assertThat(message.flatBlocks()).contains("A card");
            assertThat(message.metadata())
                    .hasToString("{\"event_type\":\"hallm_message\",\"event_payload\":{\"key\":\"nonce-1\"}}");
        });
    }

    @Test
    void findsTheMessageWhoseAnswerGotLost() {
        bot.slack.faults().next(1, "chat.postMessage", Faults.Kind.LOSE_RESPONSE);

        assertThat(post(Attempt.first("nonce-1"))).isInstanceOf(Later.class);
        Sent again = post(Attempt.again("nonce-1"));

        assertThat(inChannel())
                .singleElement()
                .satisfies(message -> assertThat(again)
                        .isEqualTo(new Delivered(new MessageRef("slack", SlackUnderTest.CHANNEL, message.ts()))
                                .perhapsEarlier()));
    }

    @Test
    void postsARepeatThatIsTheOnlyOne() {
        posted();
        bot.clock.advance(Duration.ofSeconds(5));

        assertThat(post(Attempt.again("nonce-2"))).isInstanceOf(Delivered.class);
        assertThat(inChannel()).hasSize(2);
    }

    @Test
    void doesNotRepeatBlindlyWhileTheChannelCannotBeSeen() {
        bot.slack.faults().next(1, "conversations.history", Faults.Kind.SERVER_ERROR);

        assertThat(post(Attempt.again("nonce-1"))).isInstanceOf(Later.class);
        assertThat(inChannel()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HTML", "CLOSE"})
    void waitsWhileSlackAnswersNonsense(Faults.Kind fault) {
        bot.slack.faults().next(1, "chat.postMessage", fault);

        assertThat(post(Attempt.first("nonce-1"))).isInstanceOf(Later.class);
    }

    @Test
    void honoursRetryAfterForEverythingOfThatMethod() {
        bot.slack.faults().rateLimit("chat.postMessage", Duration.ofSeconds(17));

        assertThat(post(Attempt.first("nonce-1"))).isEqualTo(new Later(Duration.ofSeconds(17), "Slack's limit"));
        bot.clock.advance(Duration.ofSeconds(7));
        assertThat(bot.post(ana(), SlackUnderTest.message("Hello")))
                .isEqualTo(new Later(Duration.ofSeconds(10), "Slack's limit"));
        assertThat(bot.slack.faults().callsInSpiteOfRetryAfter("chat.postMessage"))
                .isZero();
        bot.clock.advance(Duration.ofSeconds(10));
        assertThat(post(Attempt.first("nonce-1"))).isInstanceOf(Delivered.class);
    }

    @Test
    void postsAboutOncePerSecondInAChannel() {
        bot.slack.enforceRateLimits(true);
        int delivered = 0;
        for (int tenth = 0; tenth < 300; tenth++) {
            Sent sent = post(Attempt.first("nonce-" + tenth));
            delivered += sent instanceof Delivered ? 1 : 0;
            bot.clock.advance(Duration.ofMillis(100));
        }

        assertThat(delivered).isBetween(20, 31);
        assertThat(bot.slack.calls("chat.postMessage"))
                .allSatisfy(call -> assertThat(call.outcome()).isEqualTo("ok"));
    }

    @Test
    void keepsAFifthOfTheEditsForFinalStates() {
        bot.slack.enforceRateLimits(true);
        MessageRef ref = posted();
        for (int edit = 1; edit <= 40; edit++) {
            assertThat(edit(ref, "Progress " + edit, Urgency.PROGRESS)).isInstanceOf(Delivered.class);
        }

        assertThat(edit(ref, "Progress 41", Urgency.PROGRESS)).isInstanceOf(Later.class);
        for (int edit = 1; edit <= 10; edit++) {
            assertThat(edit(ref, "Final " + edit, Urgency.FINAL)).isInstanceOf(Delivered.class);
        }
        assertThat(edit(ref, "Final 11", Urgency.FINAL)).isInstanceOf(Later.class);
        assertThat(bot.slack.calls("chat.update"))
                .hasSize(50)
                .allSatisfy(call -> assertThat(call.outcome()).isEqualTo("ok"));
    }

    @Test
    void editsGoOnWhenTheMinuteIsOver() {
        MessageRef ref = posted();
        for (int edit = 1; edit <= 50; edit++) {
            edit(ref, "Final " + edit, Urgency.FINAL);
        }
        Later later = (Later) edit(ref, "Progress", Urgency.PROGRESS);
        bot.clock.advance(later.delay());

        assertThat(edit(ref, "Progress", Urgency.PROGRESS)).isInstanceOf(Delivered.class);
    }

    @Test
    void editsTextAndBlocks() {
        edit(posted(), "Decided", Urgency.FINAL);

        assertThat(inChannel()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Decided");
            assertThat(message.flatBlocks()).contains("Decided");
            assertThat(message.metadata()).isNotNull();
        });
    }

    @Test
    void cannotEditWhatIsGone() {
        assertThat(edit(new MessageRef("slack", SlackUnderTest.CHANNEL, "1.000001"), "Decided", Urgency.FINAL))
                .isEqualTo(new Undeliverable("message_not_found"));
        bot.slack.forget();
    }

    @Test
    void cannotPostIntoAnArchivedChannel() {
        bot.slack.workspace().archive(SlackUnderTest.CHANNEL);

        assertThat(post(Attempt.first("nonce-1"))).isEqualTo(new Undeliverable("is_archived"));
    }

    @Test
    void waitsForAnInvitation() {
        bot.slack.workspace().botLeaves(SlackUnderTest.CHANNEL);

        assertThat(post(Attempt.first("nonce-1"))).isInstanceOf(Later.class);
    }

    @Test
    void directMessagesAreOpenedOnce() {
        bot.post(ana(), SlackUnderTest.message("Hello"));
        bot.post(ana(), SlackUnderTest.message("Hello again"));

        assertThat(bot.slack.workspace().directMessages("U0ANA")).hasSize(2);
        assertThat(bot.slack.calls("conversations.open")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_tab_disabled", "cannot_dm_bot", "user_disabled"})
    void saysWhoCannotBeWrittenTo(String error) {
        bot.slack.workspace().closeDirectMessages("U0ANA", error);

        assertThat(bot.post(ana(), SlackUnderTest.message("Hello"))).isEqualTo(new Undeliverable(error));
    }

    @Test
    void saysWhoIsUnknown() {
        assertThat(bot.post(new Destination.Direct(bot.account("U0NOBODY")), SlackUnderTest.message("Hello")))
                .isInstanceOf(Undeliverable.class);
        bot.slack.forget();
    }

    @Test
    void aFileStandsUnderItsMessage() {
        MessageRef ref =
                ((Delivered) bot.post(SlackUnderTest.channel(), SlackUnderTest.messageWithFile("Your list"))).ref();

        assertThat(bot.slack.workspace().files(SlackUnderTest.CHANNEL))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.text()).isEqualTo("name\nana\n");
                    assertThat(file.threadTs()).isEqualTo(ref.message());
                });
    }

    @Test
    void aHomeIsPublishedAndPublishedAgain() {
        MessageRef home = ((Delivered)
                        bot.post(new Destination.Home(bot.account("U0ANA")), SlackUnderTest.message("Your home")))
                .ref();
        edit(home, "Your new home", Urgency.PROGRESS);

        assertThat(bot.slack.workspace().home("U0ANA"))
                .hasValueSatisfying(view -> assertThat(view.flat()).contains("Your new home"));
    }

    @Test
    void waitsWhileTheTokenIsWrong() {
        bot.slack.failEveryCallWith("token_revoked");

        assertThat(post(Attempt.first("nonce-1"))).isInstanceOf(Later.class);
    }

    @Test
    void sendsNothingWithoutAToken() {
        try (var mute = SlackUnderTest.start(Map.of("SLACK_BOT_TOKEN", ""))) {
            assertThat(mute.platform().sends()).isFalse();
            assertThat(mute.post(SlackUnderTest.channel(), SlackUnderTest.message("A card")))
                    .isInstanceOf(Later.class);
            assertThat(mute.slack.calls()).isEmpty();
        }
    }

    @Test
    void doesNotExistWithoutAWorkspace() {
        try (var none = SlackUnderTest.unconfigured()) {
            assertThat(none.count(ChatPlatform.class)).isZero();
            assertThat(none.count(GroupDirectory.class)).isZero();
        }
    }

    @Test
    void postsUnderAMessageAsItsThread() {
        MessageRef card = posted();
        var under = new Destination.Under(card);

        Sent reply = bot.platform()
                .post(under, SlackUnderTest.message("Why"), SlackUnderTest.BUTTONS, Attempt.first("nonce-2"));
        Sent again = bot.platform()
                .post(under, SlackUnderTest.message("Why"), SlackUnderTest.BUTTONS, Attempt.again("nonce-2"));

        assertThat(again).isEqualTo(((Delivered) reply).perhapsEarlier());
        assertThat(inChannel())
                .filteredOn(message -> message.text().equals("Why"))
                .singleElement()
                .satisfies(message -> assertThat(message.threadTs()).isEqualTo(card.message()));
    }
}
