package dev.hallm.bot.operation;

import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.storage.Timestamps;
import dev.hallm.bot.tenant.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Operations, their slots and their journal in the database. */
@Repository
public class OperationRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OperationRepository(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    OperationRow insert(OperationId id, Operation operation, Cause cause, String correlation) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into operation (id, kind, tenant, content, cause, correlation, state, step, run,
                                               step_since, created_at)
                        values (?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, ?, ?)""")
                .params(
                        id.value(),
                        operation.kind(),
                        operation.tenant().value(),
                        json.writerFor(Operation.class).writeValueAsString(operation),
                        cause.toString(),
                        correlation,
                        Timestamps.param(now),
                        Timestamps.param(now))
                .update();
        return new OperationRow(id, operation, correlation, State.QUEUED, 0, 0, now);
    }

    /** The operation of an id. */
    public Optional<OperationRow> find(OperationId id) {
        return jdbc.sql("select * from operation where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Moves an operation on if it is where the caller thinks: one compare-and-set. */
    public boolean move(OperationId id, State from, State to) {
        return jdbc.sql("update operation set state = ?, step_since = ? where id = ? and state = ?")
                        .params(to.name(), Timestamps.param(clock.instant()), id.value(), from.name())
                        .update()
                == 1;
    }

    /** Goes to the next step of a running operation. */
    public boolean advance(OperationRow row) {
        return jdbc.sql("update operation set step = step + 1, step_since = ? where id = ? and step = ? and state = ?")
                        .params(Timestamps.param(clock.instant()), row.id().value(), row.step(), State.RUNNING.name())
                        .update()
                == 1;
    }

    /** A new run's ticket. */
    OperationQueue.Ticket nextRun(OperationId id) {
        jdbc.sql("update operation set run = run + 1 where id = ?")
                .param(id.value())
                .update();
        int run = jdbc.sql("select run from operation where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        return new OperationQueue.Ticket(id, run);
    }

    /**
     * Takes the tenant's slot if it is free. Otherwise its holder cannot free it before this transaction ends, and then
     * sees the operation that waits for it.
     */
    boolean takeSlot(TenantName tenant, OperationId id) {
        while (!insertSlot(tenant, id)) {
            if (lockSlot(tenant)) {
                return false;
            }
        }
        return true;
    }

    private boolean lockSlot(TenantName tenant) {
        return jdbc.sql("select operation from active_operation where tenant = ? for update")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    private boolean insertSlot(TenantName tenant, OperationId id) {
        return jdbc.sql("insert into active_operation (tenant, operation) values (?, ?) on conflict do nothing")
                        .params(tenant.value(), id.value())
                        .update()
                == 1;
    }

    Optional<OperationId> activeOn(TenantName tenant) {
        return jdbc.sql("select operation from active_operation where tenant = ?")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .map(OperationId::new);
    }

    /** Frees the slot and gives it to the operation that has waited longest; its ticket, if there is one. */
    public Optional<OperationQueue.Ticket> handSlotOn(OperationRow done) {
        jdbc.sql("delete from active_operation where operation = ?")
                .param(done.id().value())
                .update();
        TenantName tenant = done.operation().tenant();
        Optional<OperationId> next = jdbc.sql("""
                        select id from operation where tenant = ? and state = 'QUEUED'
                        order by created_at, id limit 1""")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .map(OperationId::new);
        return next.filter(id -> takeSlot(tenant, id))
                .filter(id -> move(id, State.QUEUED, State.RUNNING))
                .map(this::nextRun);
    }

    /** Adds a line to the journal. */
    public void journal(OperationId id, Step step, String outcome, String why) {
        jdbc.sql("insert into journal (operation, step, outcome, why, at) values (?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        step.word(),
                        outcome,
                        why.length() <= 1000 ? why : why.substring(0, 1000),
                        Timestamps.param(clock.instant()))
                .update();
    }

    /** The journal of an operation as {@code step outcome why} lines, oldest first. */
    public List<String> journalOf(OperationId id) {
        return jdbc.sql("select step, outcome, why from journal where operation = ? order by id")
                .param(id.value())
                .query((row, n) ->
                        (row.getString("step") + " " + row.getString("outcome") + " " + row.getString("why")).strip())
                .list();
    }

    private OperationRow row(ResultSet row, int number) throws SQLException {
        return new OperationRow(
                new OperationId(row.getString("id")),
                json.readValue(row.getString("content"), Operation.class),
                row.getString("correlation"),
                State.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getInt("run"),
                Timestamps.read(row, "step_since"));
    }
}
