package dev.hallm.bot.chat;

import static dev.hallm.bot.chat.SenderBench.CARD;
import static dev.hallm.bot.chat.SenderBench.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hallm.bot.chat.ScriptedPlatform.Call;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of a card that changes, and what belongs under it. */
@OnEachDatabase
class CardSendingTest {
    @AutoClose
    private final SenderBench bench;

    private final ScriptedPlatform platform;
    private final SenderBench.Cards cards;
    private final Outbox outbox;
    private final OutboxSender sender;

    CardSendingTest(Db kind) {
        bench = new SenderBench(kind);
        platform = bench.platform();
        cards = bench.cards();
        outbox = bench.outbox();
        sender = bench.sender();
    }

    private void postCard(String text) {
        cards.say(text);
        outbox.postCard("card", CHANNEL, CARD);
        sender.drain();
    }

    private void change(String text) {
        cards.say(text);
        outbox.refresh(CARD, Urgency.PROGRESS);
    }

    @Test
    void missesNoChangeThatIsUnderWayWhileItIsFirstPosted() {
        cards.say("before");
        outbox.postCard("card", CHANNEL, CARD);

        CompletableFuture<Void> sending = bench.bot()
                .get(TransactionTemplate.class)
                .execute(_ -> {
                    outbox.refresh(CARD, Urgency.PROGRESS);
                    CompletableFuture<Void> posting = CompletableFuture.runAsync(sender::drain);
                    assertThatExceptionOfType(TimeoutException.class)
                            .as("posting waits for the change")
                            .isThrownBy(() -> posting.get(300, TimeUnit.MILLISECONDS));
                    cards.say("after");
                    return posting;
                });
        sending.join();

        assertThat(platform.calls().getLast().text()).isEqualTo("after");
    }

    /** As it is when the process died between the platform's taking the card and the note of that. */
    private void forgetThatItWasPosted() {
        bench.bot().jdbc().sql("delete from outbox where kind = 'EDIT'").update();
        bench.bot()
                .jdbc()
                .sql("update outbox set state = 'WAITING', attempts = 1")
                .update();
        bench.bot().jdbc().sql("delete from posted_message").update();
    }

    @Test
    void postsACardAsItIsAtTheMoment() {
        cards.say("old");
        outbox.postCard("card", CHANNEL, CARD);
        cards.say("new");

        sender.drain();

        assertThat(platform.calls()).containsExactly(new Call("post", "new", "card"));
    }

    @Test
    void givesUpACardWhoseSubjectIsGone() {
        outbox.postCard("card", CHANNEL, CARD);

        sender.drain();

        assertThat(platform.calls()).isEmpty();
        assertThat(outbox.stateOf("card")).contains(Outbox.State.UNDELIVERABLE);
    }

    @Test
    void editsACardThatChanges() {
        postCard("pending");
        change("approved");

        sender.drain();

        assertThat(platform.shown()).containsExactly("approved");
    }

    @Test
    void editsOnceForSeveralChanges() {
        postCard("0 of 5");
        change("1 of 5");
        change("2 of 5");

        sender.drain();

        assertThat(platform.calls()).extracting(Call::text).containsExactly("0 of 5", "2 of 5");
    }

    @Test
    void editsNothingThatLooksTheSame() {
        postCard("pending");
        change("pending");

        sender.drain();

        assertThat(platform.calls()).hasSize(1);
    }

    @Test
    void editsNothingWhoseSubjectIsGone() {
        postCard("pending");
        outbox.refresh(CARD, Urgency.PROGRESS);
        cards.vanish();

        sender.drain();

        assertThat(platform.calls()).hasSize(1);
    }

    @Test
    void editsACardOnceMoreThatChangedWhileItWasPosted() {
        platform.during(() -> change("approved"));

        postCard("pending");

        assertThat(platform.calls()).extracting(Call::text).containsExactly("pending", "approved");
        assertThat(platform.shown()).containsExactly("approved");
    }

    @Test
    void editsACardOnceMoreThatChangedWhileItWasEdited() {
        postCard("0 of 5");
        change("1 of 5");
        platform.during(() -> change("2 of 5"));

        sender.drain();

        assertThat(platform.calls()).extracting(Call::text).containsExactly("0 of 5", "1 of 5", "2 of 5");
        assertThat(platform.shown()).containsExactly("2 of 5");
    }

    @Test
    void editsAgainAfterAFailedEdit() {
        postCard("pending");
        change("approved");
        platform.next(new Sent.Later(Duration.ofSeconds(5), "too many requests"));
        sender.drain();

        bench.drainAfter(Duration.ofSeconds(5));

        assertThat(platform.shown()).containsExactly("approved");
    }

    @Test
    void bringsACardUpToDateThatIsFoundAsAnEarlierTryLeftIt() {
        postCard("pending");
        forgetThatItWasPosted();
        change("approved");

        bench.drainAfter(Duration.ofSeconds(30));

        assertThat(platform.shown()).containsExactly("approved");
    }

    @Test
    void editsACardThatChangedWhileItWasPostedThoughTheProcessDiesAfterItsNote() {
        cards.say("pending");
        outbox.postCard("card", CHANNEL, CARD);
        platform.during(() -> change("approved"));

        List<OutboxRow> due = bench.rows().claim("console", 1);
        bench.rowSender().send(platform, due.getFirst());

        assertThat(bench.bot()
                        .jdbc()
                        .sql("select kind from outbox where state = 'WAITING'")
                        .query(String.class)
                        .list())
                .containsExactly("EDIT");
    }

    @Test
    void doesNotPostTwiceWhatThePlatformHasWhenTheProcessDiesBeforeItsNote() {
        postCard("pending");
        forgetThatItWasPosted();

        bench.drainAfter(Duration.ofSeconds(30));

        assertThat(platform.calls()).extracting(Call::nonce).startsWith("card", "card");
        assertThat(platform.shown()).containsExactly("pending");
    }

    @Test
    void sendsWhatBelongsUnderACardOnceTheCardIsThere() {
        cards.say("2 of 5");
        platform.next(new Sent.Later(Duration.ofSeconds(1), "limited"));
        outbox.postCard("card", CHANNEL, CARD);
        outbox.replyTo(CARD, "u", Message.text(Tone.NEUTRAL, "why it failed"));
        sender.drain();

        bench.drainAfter(Duration.ofSeconds(10));
        bench.drainAfter(Duration.ofSeconds(10));

        assertThat(platform.calls())
                .containsExactly(
                        new Call("post", "2 of 5", "card"),
                        new Call("post", "2 of 5", "card"),
                        new Call("post", "why it failed", "u@console"));
        assertThat(platform.places()).endsWith(new Destination.Under(new MessageRef("console", "c1", "m0")));
        assertThat(outbox.stateOf("u@console")).contains(Outbox.State.DELIVERED);
    }

    @Test
    void givesUpWhatBelongsUnderACardThatIsNeverPosted() {
        outbox.postCard("card", CHANNEL, CARD);
        outbox.replyTo(CARD, "u", Message.text(Tone.NEUTRAL, "why it failed"));

        for (int tries = 0; tries < 260; tries++) {
            bench.drainAfter(Duration.ofMinutes(1));
        }

        assertThat(outbox.stateOf("u@console")).contains(Outbox.State.UNDELIVERABLE);
    }
}
