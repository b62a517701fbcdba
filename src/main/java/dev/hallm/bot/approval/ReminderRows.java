package dev.hallm.bot.approval;

import dev.hallm.bot.storage.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders that are still to be sent. */
@Repository
class ReminderRows {
    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reminders of one request that are due; after a pause of the bot, several may be. */
    record Due(String request, Instant last) {}

    void insert(String request, Collection<Instant> times) {
        times.forEach(time -> jdbc.sql("insert into request_reminder (request, due_at) values (?, ?)")
                .params(request, Timestamps.param(time))
                .update());
    }

    List<Due> due(Instant now) {
        return jdbc.sql("""
                        select request, max(due_at) as last from request_reminder where due_at <= ?
                        group by request order by last limit 100""")
                .param(Timestamps.param(now))
                .query((row, number) -> new Due(row.getString("request"), Timestamps.read(row, "last")))
                .list();
    }

    /** Takes a request's due reminders: true for one caller only. */
    boolean take(Due due) {
        return jdbc.sql("delete from request_reminder where request = ? and due_at <= ?")
                        .params(due.request(), Timestamps.param(due.last()))
                        .update()
                > 0;
    }

    void forget(String request) {
        jdbc.sql("delete from request_reminder where request = ?")
                .param(request)
                .update();
    }
}
