package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class JdbcOutboxTest {
    private static final Destination APPROVALS = new Destination.Channel("console", "approvals");
    private static final Message HELLO = Message.text(Tone.NEUTRAL, "hello");
    private static final Subject CARD = new Subject("request", "r1");

    @AutoClose
    private final BotContext bot;

    private final Outbox outbox;
    private final OutboxRepository rows;

    JdbcOutboxTest(Db kind) {
        bot = new BotContext(kind, context -> {}, OutboxRepository.class, JdbcOutbox.class);
        outbox = bot.get(Outbox.class);
        rows = bot.get(OutboxRepository.class);
    }

    private int wakes() {
        return bot.published(OutboxSender.Wake.class).size();
    }

    @Test
    void writesInTheTransactionOfTheCaller() {
        assertThatThrownBy(() -> bot.inTransaction(() -> {
                    outbox.send("k", APPROVALS, HELLO);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(rows.claim("console", 10)).isEmpty();
        assertThat(wakes()).isZero();
    }

    @Test
    void wakesTheSenderAfterTheCommit() {
        bot.inTransaction(() -> {
            outbox.send("k", APPROVALS, HELLO);
            assertThat(wakes()).isZero();
        });

        assertThat(wakes()).isEqualTo(1);
    }

    @Test
    void sendsAKeyOnce() {
        outbox.send("k", APPROVALS, HELLO);
        outbox.send("k", APPROVALS, HELLO);

        assertThat(rows.claim("console", 10)).hasSize(1);
    }

    @Test
    void editsEveryPostOfASubjectOnceHoweverOftenItChanges() {
        rows.rememberPost("request:r1", new MessageRef("slack", "C1", "1"), "");
        rows.rememberPost("request:r1", new MessageRef("discord", "17", "2"), "");
        rows.rememberPost("request:r2", new MessageRef("slack", "C1", "3"), "");

        outbox.refresh(CARD, Urgency.PROGRESS);
        outbox.refresh(CARD, Urgency.PROGRESS);

        assertThat(rows.claim("slack", 10)).extracting(OutboxRow::key).hasSize(1);
        assertThat(rows.claim("discord", 10)).extracting(OutboxRow::key).hasSize(1);
    }

    @Test
    void hasNothingToEditBeforeTheFirstPost() {
        outbox.refresh(CARD, Urgency.PROGRESS);

        assertThat(rows.claim("console", 10)).isEmpty();
    }

    @Test
    void saysWhereAMessageIsOnItsWay() {
        outbox.postCard("k", APPROVALS, CARD);

        assertThat(outbox.stateOf("k")).contains(Outbox.State.WAITING);
    }
}
