package dev.hallm.bot.chat;

import static dev.hallm.bot.chat.SenderBench.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.ScriptedPlatform.Call;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When a message is sent, sent again, and given up. */
@OnEachDatabase
class OutboxSenderTest {
    @AutoClose
    private final SenderBench bench;

    private final ScriptedPlatform platform;
    private final Outbox outbox;
    private final OutboxSender sender;

    OutboxSenderTest(Db kind) {
        bench = new SenderBench(kind);
        platform = bench.platform();
        outbox = bench.outbox();
        sender = bench.sender();
    }

    private void send(String key, String text) {
        outbox.send(key, CHANNEL, Message.text(Tone.NEUTRAL, text));
    }

    @Test
    void sendsAMessageOnce() {
        send("k", "hello");

        sender.drain();
        bench.drainAfter(Duration.ofDays(1));

        assertThat(platform.calls()).containsExactly(new Call("post", "hello", "k"));
        assertThat(outbox.stateOf("k")).contains(Outbox.State.DELIVERED);
    }

    @Test
    void comesBackWhenThePlatformSays() {
        platform.next(new Sent.Later(Duration.ofSeconds(30), "too many requests"));
        send("k", "hello");
        sender.drain();

        bench.drainAfter(Duration.ofSeconds(29));
        assertThat(platform.calls()).hasSize(1);
        bench.drainAfter(Duration.ofSeconds(1));

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

            bench.drainAfter(Duration.ofSeconds(seconds).minusMillis(1));

            assertThat(platform.calls()).as("before %d s", seconds).hasSize(calls);
            bench.bot().clock().advance(Duration.ofMillis(1));
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
        bench.drainAfter(Duration.ofDays(1));

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
    void sendsByItselfOnceStarted() {
        send("k", "hello");

        sender.start();

        await().until(() -> outbox.stateOf("k").equals(Optional.of(Outbox.State.DELIVERED)));
        sender.stop();
    }
}
