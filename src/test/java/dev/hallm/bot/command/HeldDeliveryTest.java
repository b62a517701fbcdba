package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class HeldDeliveryTest {
    private static final Delivery ASKED =
            new Delivery("k1", ChatAccount.parse("slack:T1/U1"), "handle", new Delivery.Words("user create"));
    private static final Duration HELD = Duration.ofSeconds(10);

    @AutoClose
    private final BotContext bot;

    private final Inbox inbox;

    HeldDeliveryTest(Db kind) {
        bot = new BotContext(kind, context -> {});
        inbox = new Inbox(bot.jdbc(), bot.get(DataSource.class), bot.get(JsonMapper.class), bot.clock());
        inbox.store(ASKED, HELD);
    }

    @Test
    void isAnsweredByNobodyWhileItsFormMayOpen() {
        bot.clock().advance(HELD.minusMillis(1));

        assertThat(inbox.claim(10)).isEmpty();
    }

    @Test
    void isAnsweredWhenNobodySaidThatItsFormOpened() {
        bot.clock().advance(HELD);

        assertThat(inbox.claim(10)).extracting(Inbox.Row::delivery).containsExactly(ASKED);
    }

    @Test
    void isAnsweredAtOnceWhenItsFormCouldNotOpen() {
        inbox.release(ASKED);

        assertThat(inbox.claim(10)).hasSize(1);
    }

    @Test
    void isOverWhenItsFormOpened() {
        inbox.close(ASKED);
        bot.clock().advance(Duration.ofDays(1));

        assertThat(inbox.claim(10)).isEmpty();
    }

    @Test
    void staysOverWhenItArrivesAgain() {
        inbox.close(ASKED);

        assertThat(inbox.store(ASKED, Duration.ZERO)).isFalse();
        assertThat(inbox.claim(10)).isEmpty();
    }

    @Test
    void staysWithTheWorkerThatBeganOnIt() {
        inbox.release(ASKED);
        Inbox.Row row = inbox.claim(10).getFirst();

        inbox.close(ASKED);
        inbox.release(ASKED);

        assertThat(inbox.claim(10)).isEmpty();
        assertThat(inbox.finish(row)).isTrue();
    }
}
