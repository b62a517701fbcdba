package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.MutableClock;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OutboxRepositoryTest {
    private static final MessageRef REF = new MessageRef("console", "operations", "m1");

    @AutoClose
    private final Database database;

    private final MutableClock clock = new MutableClock();
    private final OutboxRepository rows;

    OutboxRepositoryTest(Db kind) {
        database = Databases.fresh(kind);
        rows = new OutboxRepository(database.jdbc(), clock);
    }

    private boolean insert(String key) {
        return rows.insert(OutboxRow.Kind.EDIT, key, "console", "{}", "request:1", "");
    }

    private OutboxRow claimed() {
        List<OutboxRow> claimed = rows.claim("console", 10);
        assertThat(claimed).hasSize(1);
        return claimed.getFirst();
    }

    @Test
    void takesAKeyOnce() {
        insert("a");

        assertThat(insert("a")).isFalse();
        assertThat(rows.claim("console", 10)).extracting(OutboxRow::key).containsExactly("a");
    }

    @Test
    void claimsTheOldestFirst() {
        List.of("c", "a", "b").forEach(this::insert);

        assertThat(rows.claim("console", 2)).extracting(OutboxRow::key).containsExactly("c", "a");
    }

    @Test
    void claimsEachRowForOneOfSeveralSendersAtOnce() throws Exception {
        IntStream.range(0, 100).forEach(i -> insert("key" + i));

        List<List<OutboxRow>> claims = Together.run(4, () -> rows.claim("console", 100));

        assertThat(claims.stream().flatMap(List::stream))
                .extracting(OutboxRow::key)
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsAClaimedRowFromOthersFor30Seconds() {
        insert("a");
        rows.claim("console", 10);

        clock.advance(Duration.ofSeconds(29));

        assertThat(rows.claim("console", 10)).isEmpty();
    }

    @Test
    void givesTheRowOfADeadSenderToAnotherAfter30Seconds() {
        insert("a");
        rows.claim("console", 10);

        clock.advance(Duration.ofSeconds(30));

        assertThat(claimed().attempts()).isEqualTo(1);
    }

    @Test
    void doesNotSendASettledRowAgain() {
        insert("a");

        rows.settle(claimed(), Outbox.State.DELIVERED, "");

        clock.advance(Duration.ofDays(1));
        assertThat(rows.claim("console", 10)).isEmpty();
        assertThat(rows.stateOf("a")).contains(Outbox.State.DELIVERED);
    }

    @Test
    void sendsARowAgainThatWasRenewedWhileBeingSent() {
        insert("a");
        OutboxRow sending = claimed();
        rows.renew("a", Urgency.PROGRESS);

        rows.settle(sending, Outbox.State.DELIVERED, "");

        assertThat(claimed().revision()).isEqualTo(sending.revision() + 1);
    }

    @Test
    void keepsARenewedRowFromOthersWhileItIsBeingSent() {
        insert("a");
        rows.claim("console", 10);

        rows.renew("a", Urgency.PROGRESS);

        assertThat(rows.claim("console", 10)).isEmpty();
    }

    @Test
    void sendsASettledRowAgainOnceRenewed() {
        insert("a");
        rows.settle(claimed(), Outbox.State.UNDELIVERABLE, "no such channel");

        rows.renew("a", Urgency.PROGRESS);

        assertThat(claimed().key()).isEqualTo("a");
    }

    @Test
    void keepsTheBackOffOfARowThatIsRenewed() {
        insert("a");
        rows.postpone(claimed(), Duration.ofMinutes(1), "the platform limits us");
        clock.advance(Duration.ofSeconds(59));

        rows.renew("a", Urgency.PROGRESS);

        assertThat(rows.claim("console", 10)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claimed().key()).isEqualTo("a");
    }

    @Test
    void claimsFinalStatesBeforeProgress() {
        List.of("progress", "final", "more progress").forEach(this::insert);
        rows.rank("progress", Urgency.PROGRESS);
        rows.rank("more progress", Urgency.PROGRESS);

        assertThat(rows.claim("console", 10))
                .extracting(OutboxRow::key)
                .containsExactly("final", "progress", "more progress");
    }

    @Test
    void doesNotLetAFinalStateWaitAsLongAsTheProgressBeforeIt() {
        insert("a");
        rows.rank("a", Urgency.PROGRESS);
        rows.postpone(claimed(), Duration.ofMinutes(1), "the platform limits us");

        rows.renew("a", Urgency.FINAL);

        assertThat(claimed().urgency()).isEqualTo(Urgency.FINAL);
    }

    @Test
    void claimsOnePlatformsRowsOnly() {
        insert("a");

        assertThat(rows.claim("slack", 10)).isEmpty();
    }

    @Test
    void endsWhatWaitsForAPlatformThatIsNotSetUp() {
        insert("a");

        assertThat(rows.abandonOthers(Set.of("slack"))).isEqualTo(1);

        assertThat(rows.stateOf("a")).contains(Outbox.State.UNDELIVERABLE);
    }

    @Test
    void shortensALongReason() {
        insert("a");

        rows.settle(claimed(), Outbox.State.UNDELIVERABLE, "x".repeat(501));

        assertThat(database.jdbc()
                        .sql("select why from outbox")
                        .query(String.class)
                        .single())
                .hasSize(500);
    }

    @Test
    void remembersWhereACardWasPostedOnce() {
        rows.rememberPost("request:1", REF, "digest");
        rows.rememberPost("request:1", REF, "other");

        assertThat(rows.postsOf("request:1")).containsExactly(REF);
        assertThat(rows.digestOf(REF)).contains("digest");
    }

    @Test
    void remembersWhatAPostShows() {
        rows.rememberPost("request:1", REF, "old");

        rows.rememberDigest(REF, REF, "new");

        assertThat(rows.digestOf(REF)).contains("new");
    }

    @Test
    void knowsNothingOfAnUnknownKey() {
        assertThat(rows.stateOf("never")).isEmpty();
    }
}
