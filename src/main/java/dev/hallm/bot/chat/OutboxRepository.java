package dev.hallm.bot.chat;

import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox table and the references of posted cards. */
@Repository
class OutboxRepository {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a row unless its key is there; true when it was added. */
    boolean insert(
            OutboxRow.Kind kind, String key, String platform, String destination, String subject, String content) {
        var now = Timestamps.param(clock.instant());
        return jdbc.sql("""
                        insert into outbox (message_key, kind, platform, destination, subject, content, revision,
                                            state, why, attempts, created_at, next_at)
                        values (?, ?, ?, ?, ?, ?, 0, 'WAITING', '', 0, ?, ?) on conflict do nothing""")
                        .params(key, kind.name(), platform, destination, subject, content, now, now)
                        .update()
                == 1;
    }

    /**
     * Asks for one more edit of a reference that already has a row. One that is under way or was put off keeps its time,
     * unless it was put off as something less urgent.
     */
    void renew(String key, Urgency urgency) {
        var now = Timestamps.param(clock.instant());
        jdbc.sql("""
                        update outbox set revision = revision + 1, next_at = case
                            when state <> 'WAITING' or attempts = 0 then ?
                            when postponed and urgency < ? then ? else next_at end,
                            urgency = ?, state = 'WAITING' where message_key = ?""").params(now, urgency.rank(), now, urgency.rank(), key).update();
    }

    /** Says how urgent an edit is that was just added. */
    void rank(String key, Urgency urgency) {
        jdbc.sql("update outbox set urgency = ? where message_key = ?")
                .params(urgency.rank(), key)
                .update();
    }

    /** Claims up to {@code limit} due rows of a platform, exclusively, until they are settled or the claim runs out. */
    List<OutboxRow> claim(String platform, int limit) {
        Instant now = clock.instant();
        List<OutboxRow> due = jdbc.sql("""
                        select * from outbox where platform = ? and state = 'WAITING' and next_at <= ?
                        order by urgency desc, id limit ?""")
                .params(platform, Timestamps.param(now), limit)
                .query(OutboxRepository::row)
                .list();
        return due.stream().filter(row -> claim(row, now)).toList();
    }

    /** Ends what waits for platforms that are not set up; how many rows that were. */
    int abandonOthers(Set<String> platforms) {
        List<String> unknown = jdbc
                .sql("select distinct platform from outbox where state = 'WAITING'")
                .query((row, number) -> row.getString("platform"))
                .list()
                .stream()
                .filter(platform -> !platforms.contains(platform))
                .toList();
        return unknown.stream()
                .mapToInt(platform -> jdbc.sql("""
                                update outbox set state = 'UNDELIVERABLE', why = ?
                                where platform = ? and state = 'WAITING'""")
                        .params("the platform " + platform + " is not set up", platform)
                        .update())
                .sum();
    }

    private boolean claim(OutboxRow row, Instant now) {
        return jdbc.sql("""
                        update outbox set next_at = ?, attempts = attempts + 1, postponed = false
                        where id = ? and state = 'WAITING' and next_at <= ? and attempts = ?""")
                        .params(Timestamps.param(now.plus(CLAIM)), row.id(), Timestamps.param(now), row.attempts())
                        .update()
                == 1;
    }

    /** Ends a row, unless a newer revision arrived while it was sent: then it is due again. */
    void settle(OutboxRow row, Outbox.State state, String why) {
        int settled = jdbc.sql("update outbox set state = ?, why = ?, attempts = 0 where id = ? and revision = ?")
                .params(state.name(), shorten(why), row.id(), row.revision())
                .update();
        if (settled == 0) {
            jdbc.sql("update outbox set attempts = 0, next_at = ? where id = ?")
                    .params(Timestamps.param(clock.instant()), row.id())
                    .update();
        }
    }

    void postpone(OutboxRow row, Duration delay, String why) {
        jdbc.sql("update outbox set next_at = ?, why = ?, postponed = true where id = ?")
                .params(Timestamps.param(clock.instant().plus(delay)), shorten(why), row.id())
                .update();
    }

    /** Makes an undeliverable row due again. */
    void revive(String key) {
        jdbc.sql("update outbox set state = 'WAITING', attempts = 0, next_at = ? where message_key = ? and state = ?")
                .params(Timestamps.param(clock.instant()), key, Outbox.State.UNDELIVERABLE.name())
                .update();
    }

    /** What a row says. */
    Optional<String> contentOf(String key) {
        return jdbc.sql("select content from outbox where message_key = ? and kind in ('MESSAGE', 'UNDER')")
                .param(key)
                .query(String.class)
                .optional();
    }

    Optional<Outbox.State> stateOf(String key) {
        return jdbc.sql("select state from outbox where message_key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .map(Outbox.State::valueOf);
    }

    void rememberPost(String subject, MessageRef ref, String digest) {
        jdbc.sql("""
                        insert into posted_message (subject, platform, channel, message, digest)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(subject, ref.platform(), ref.channel(), ref.message(), digest)
                .update();
    }

    /** Keeps what a card shows now, and where: a platform that no longer edits a message posts it anew. */
    void rememberDigest(MessageRef ref, MessageRef now, String digest) {
        jdbc.sql("""
                        update posted_message set digest = ?, channel = ?, message = ?
                        where platform = ? and channel = ? and message = ?""")
                .params(digest, now.channel(), now.message(), ref.platform(), ref.channel(), ref.message())
                .update();
    }

    Optional<String> digestOf(MessageRef ref) {
        return jdbc.sql("select digest from posted_message where platform = ? and channel = ? and message = ?")
                .params(ref.platform(), ref.channel(), ref.message())
                .query(String.class)
                .optional();
    }

    /** Waits for others who lock the cards of a subject, and keeps them out until the transaction ends. */
    void lockCards(String subject) {
        jdbc.sql("select id from outbox where subject = ? and kind = 'CARD' order by id for update")
                .param(subject)
                .query(Long.class)
                .list();
    }

    /** Where a subject's card is, or will be. */
    List<String> platformsOf(String subject) {
        return jdbc.sql("select distinct platform from outbox where subject = ? and kind = 'CARD' order by platform")
                .param(subject)
                .query((row, n) -> Objects.requireNonNull(row.getString("platform")))
                .list();
    }

    List<MessageRef> postsOf(String subject) {
        return jdbc.sql("select platform, channel, message from posted_message where subject = ? order by id")
                .param(subject)
                .query((row, n) ->
                        new MessageRef(row.getString("platform"), row.getString("channel"), row.getString("message")))
                .list();
    }

    private static String shorten(String why) {
        return why.length() <= 500 ? why : why.substring(0, 500);
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("message_key"),
                OutboxRow.Kind.valueOf(row.getString("kind")),
                row.getString("platform"),
                row.getString("destination"),
                row.getString("subject"),
                row.getString("content"),
                row.getInt("revision"),
                row.getInt("attempts"),
                Urgency.ofRank(row.getInt("urgency")),
                Timestamps.read(row, "created_at"));
    }
}
