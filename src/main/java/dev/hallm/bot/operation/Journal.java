package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.JournalEntry.Outcome;
import dev.hallm.bot.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each operation did and who intervened, line by line; lines are added in the transaction of what they tell. */
@Repository
public class Journal {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_FACT = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journal(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The lines of an operation, oldest first. */
    public List<JournalEntry> of(OperationId id) {
        return jdbc.sql("select * from journal where operation = ? order by id")
                .param(id.value())
                .query(Journal::entry)
                .list();
    }

    void done(OperationRow row, StepResult.Done done) {
        add(row, Outcome.DONE, "", done.found(), done.left(), null);
    }

    void failed(OperationRow row, StepResult.Failed failed) {
        add(row, Outcome.FAILED, failed.why(), failed.evidence(), "", null);
    }

    void intervened(OperationRow row, Outcome outcome, ChatAccount by, String why) {
        add(row, outcome, why, "", "", by);
    }

    private void add(
            OperationRow row, Outcome outcome, String why, String found, String left, @Nullable ChatAccount by) {
        Instant now = clock.instant();
        int lines = jdbc.sql("select count(*) from journal where operation = ?")
                .param(row.id().value())
                .query(Integer.class)
                .single();
        var entry = new JournalEntry(
                lines + 1,
                row.current().word(),
                outcome,
                shortened(why, LONGEST_REASON),
                shortened(found, LONGEST_FACT),
                shortened(left, LONGEST_FACT),
                by,
                now);
        jdbc.sql("""
                        insert into journal (operation, step, outcome, why, found, leaves, account, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.id().value(),
                        entry.step(),
                        outcome.name(),
                        entry.why(),
                        entry.found(),
                        entry.left(),
                        by == null ? "" : by.toString(),
                        Timestamps.param(now))
                .update();
        events.publishEvent(new OperationEvent.Journaled(row.id(), row.operation(), entry));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static JournalEntry entry(ResultSet row, int number) throws SQLException {
        String account = row.getString("account");
        return new JournalEntry(
                number + 1,
                row.getString("step"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("why"),
                row.getString("found"),
                row.getString("leaves"),
                account.isEmpty() ? null : ChatAccount.parse(account),
                Timestamps.read(row, "at"));
    }
}
