package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.ScriptedPlatform.Call;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class OutboxSenderTest {
    private static final Destination CHANNEL = new Destination.Channel("console", "operations");
    private static final Subject CARD = new Subject("card", "1");

    private final ScriptedPlatform platform = new ScriptedPlatform("console");
    private final Cards cards = new Cards();

    @AutoClose
    private final BotContext bot;

    private final Outbox outbox;
    private final RowSender rowSender;
    private final OutboxSender sender;

    OutboxSenderTest(Db kind) {
        bot = new BotContext(
                kind,
                context -> context.registerBean(RoleGrants.class, () -> new RoleGrants(Map.of())),
                JdbcActions.class,
                OutboxRepository.class,
                JdbcOutbox.class,
                Identities.class,
                LinkedAccounts.class);
        outbox = bot.get(Outbox.class);
        rowSender = new RowSender(
                bot.get(OutboxRepository.class),
                outbox,
                bot.get(StoredActions.class),
                bot.get(JsonMapper.class),
                bot.get(TransactionTemplate.class),
                new Channels(
                        Map.of(Channels.Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel("console", "news")))),
                bot.get(Identities.class),
                List.of(cards));
        sender = new OutboxSender(bot.get(OutboxRepository.class), rowSender, List.of(platform));
    }

    /** Cards whose text the test sets. */
    private static final class Cards implements CardSource {
        private final Map<String, Message> byId = new HashMap<>();

        void say(String text) {
            var ok = ActionRequest.of("approve", Map.of("request", "1"), Clickers.holding(Role.APPROVER));
            byId.put("1", Message.of(Tone.NEUTRAL, text, Block.Buttons.of(Button.of("Approve", "Approve 1", ok))));
        }

        void vanish() {
            byId.clear();
        }

        @Override
        public String kind() {
            return "card";
        }

        @Override
        public Optional<Message> render(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    private void send(String key, String text) {
        outbox.send(key, CHANNEL, Message.text(Tone.NEUTRAL, text));
    }

    private void postCard(String text) {
        cards.say(text);
        outbox.postCard("card", CHANNEL, CARD);
        sender.drain();
    }

    private void drainAfter(Duration time) {
        bot.clock().advance(time);
        sender.drain();
    }

    private void change(String text) {
        cards.say(text);
        outbox.refresh(CARD, Urgency.PROGRESS);
    }

    @Test
    void sendsAMessageOnce() {
        send("k", "hello");

        sender.drain();
        drainAfter(Duration.ofDays(1));

        assertThat(platform.calls()).containsExactly(new Call("post", "hello", "k"));
        assertThat(outbox.stateOf("k")).contains(Outbox.State.DELIVERED);
    }

    @Test
    void comesBackWhenThePlatformSays() {
        platform.next(new Sent.Later(Duration.ofSeconds(30), "too many requests"));
        send("k", "hello");
        sender.drain();

        drainAfter(Duration.ofSeconds(29));
        assertThat(platform.calls()).hasSize(1);
        drainAfter(Duration.ofSeconds(1));

        assertThat(platform.calls()).containsExactly(new Call("post", "hello", "k"), new Call("post", "hello", "k"));
        assertThat(outbox.stateOf("k")).contains(Outbox.State.DELIVERED);
    }

    @Test
    void waitsTwiceAsLongAfterEachException() {
        send("k", "hello");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            platform.nextThrows(new IllegalStateException("connection reset"));
            sender.drain();
            int calls = platform.calls().size();

            drainAfter(Duration.ofSeconds(seconds).minusMillis(1));

            assertThat(platform.calls()).as("before %d s", seconds).hasSize(calls);
            bot.clock().advance(Duration.ofMillis(1));
        }
        sender.drain();

        assertThat(platform.shown()).containsExactly("hello");
    }

    @Test
    void sendsTheOthersWhenOneFails() {
        platform.nextThrows(new IllegalStateException("connection reset"));
        send("k1", "one");
        send("k2", "two");

        sender.drain();

        assertThat(platform.shown()).containsExactly("two");
    }

    @Test
    void givesUpWhatCanNeverArrive() {
        platform.next(new Sent.Undeliverable("direct messages are closed"));
        send("k", "hello");

        sender.drain();
        drainAfter(Duration.ofDays(1));

        assertThat(platform.calls()).hasSize(1);
        assertThat(outbox.stateOf("k")).contains(Outbox.State.UNDELIVERABLE);
    }

    @Test
    void givesUpAPlatformThatIsNotSetUp() {
        outbox.send("k", new Destination.Channel("slack", "C1"), Message.text(Tone.NEUTRAL, "hello"));

        sender.drain();

        assertThat(outbox.stateOf("k")).contains(Outbox.State.UNDELIVERABLE);
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

        drainAfter(Duration.ofSeconds(5));

        assertThat(platform.shown()).containsExactly("approved");
    }

    /** As it is when the process died between the platform's taking the card and the note of that. */
    private void forgetThatItWasPosted() {
        bot.jdbc().sql("delete from outbox where kind = 'EDIT'").update();
        bot.jdbc().sql("update outbox set state = 'WAITING', attempts = 1").update();
        bot.jdbc().sql("delete from posted_message").update();
    }

    @Test
    void bringsACardUpToDateThatIsFoundAsAnEarlierTryLeftIt() {
        postCard("pending");
        forgetThatItWasPosted();
        change("approved");

        drainAfter(Duration.ofSeconds(30));

        assertThat(platform.shown()).containsExactly("approved");
    }

    @Test
    void editsACardThatChangedWhileItWasPostedThoughTheProcessDiesAfterItsNote() {
        cards.say("pending");
        outbox.postCard("card", CHANNEL, CARD);
        platform.during(() -> change("approved"));

        List<OutboxRow> due = bot.get(OutboxRepository.class).claim("console", 1);
        rowSender.send(platform, due.getFirst());

        assertThat(bot.jdbc()
                        .sql("select kind from outbox where state = 'WAITING'")
                        .query(String.class)
                        .list())
                .containsExactly("EDIT");
    }

    @Test
    void doesNotPostTwiceWhatThePlatformHasWhenTheProcessDiesBeforeItsNote() {
        postCard("pending");
        forgetThatItWasPosted();

        drainAfter(Duration.ofSeconds(30));

        assertThat(platform.calls()).extracting(Call::nonce).startsWith("card", "card");
        assertThat(platform.shown()).containsExactly("pending");
    }

    @Test
    void sendsByItselfOnceStarted() {
        send("k", "hello");

        sender.start();

        await().until(() -> outbox.stateOf("k").equals(Optional.of(Outbox.State.DELIVERED)));
        sender.stop();
    }

    @Test
    void sendsWhatBelongsUnderACardOnceTheCardIsThere() {
        cards.say("2 of 5");
        platform.next(new Sent.Later(Duration.ofSeconds(1), "limited"));
        outbox.postCard("card", CHANNEL, CARD);
        outbox.replyTo(CARD, "u", Message.text(Tone.NEUTRAL, "why it failed"));
        sender.drain();

        drainAfter(Duration.ofSeconds(10));
        drainAfter(Duration.ofSeconds(10));

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
            drainAfter(Duration.ofMinutes(1));
        }

        assertThat(outbox.stateOf("u@console")).contains(Outbox.State.UNDELIVERABLE);
    }
}
