package dev.hallm.bot.command;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries in the database: stored before they are acknowledged, worked on from here by whoever claims them. */
@Repository
class Inbox {
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int SECONDS_TO_STORE = 1;

    private final JdbcClient jdbc;
    private final JdbcClient quick;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcClient jdbc, DataSource database, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        JdbcTemplate impatient = new JdbcTemplate(database);
        impatient.setQueryTimeout(SECONDS_TO_STORE);
        this.quick = JdbcClient.create(impatient);
    }

    /**
     * A claimed delivery.
     *
     * @param attempts how often somebody began to work on it, this time included
     */
    record Row(String key, Delivery delivery, String correlation, int attempts) {}

    /**
     * Stores a delivery; false when it is there already.
     *
     * @param held nobody works on it for so long
     */
    boolean store(Delivery delivery, Duration held) {
        var now = Timestamps.param(clock.instant());
        return quick.sql("""
                        insert into inbox (delivery_key, account, payload, correlation, state, attempts,
                                           received_at, claimed_until)
                        values (?, ?, ?, ?, 'OPEN', 0, ?, ?) on conflict do nothing""")
                        .params(
                                key(delivery),
                                delivery.from().toString(),
                                json.writeValueAsString(delivery),
                                Ids.reference(),
                                now,
                                Timestamps.param(clock.instant().plus(held)))
                        .update()
                == 1;
    }

    private static String key(Delivery delivery) {
        return delivery.from().platform() + ":" + delivery.key();
    }

    /** Ends a held delivery that nobody has begun to work on. */
    void close(Delivery delivery) {
        jdbc.sql("update inbox set state = 'DONE' where delivery_key = ? and state = 'OPEN' and attempts = 0")
                .param(key(delivery))
                .update();
    }

    /** Lets a held delivery be worked on now. */
    void release(Delivery delivery) {
        jdbc.sql("update inbox set claimed_until = ? where delivery_key = ? and state = 'OPEN' and attempts = 0")
                .params(Timestamps.param(clock.instant()), key(delivery))
                .update();
    }

    /** Claims up to {@code limit} open deliveries, oldest first, exclusively until done or the claim runs out. */
    List<Row> claim(int limit) {
        Instant now = clock.instant();
        List<Row> open = jdbc.sql("""
                        select * from inbox where state = 'OPEN' and claimed_until <= ?
                        order by received_at, delivery_key limit ?""")
                .params(Timestamps.param(now), limit)
                .query(this::row)
                .list();
        return open.stream().filter(row -> claim(row, now)).toList();
    }

    private boolean claim(Row row, Instant now) {
        return jdbc.sql("""
                        update inbox set claimed_until = ?, attempts = ?
                        where delivery_key = ? and state = 'OPEN' and attempts = ? and claimed_until <= ?""")
                        .params(
                                Timestamps.param(now.plus(CLAIM)),
                                row.attempts(),
                                row.key(),
                                row.attempts() - 1,
                                Timestamps.param(now))
                        .update()
                == 1;
    }

    /** Ends a delivery; false when another worker has claimed it since. */
    boolean finish(Row row) {
        return jdbc.sql("update inbox set state = 'DONE' where delivery_key = ? and state = 'OPEN' and attempts = ?")
                        .params(row.key(), row.attempts())
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("delivery_key"),
                json.readValue(row.getString("payload"), Delivery.class),
                row.getString("correlation"),
                row.getInt("attempts") + 1);
    }
}
