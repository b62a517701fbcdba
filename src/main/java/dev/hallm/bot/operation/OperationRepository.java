package dev.hallm.bot.operation;

import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.OperationRow.Trouble;
import dev.hallm.bot.storage.Timestamps;
import dev.hallm.bot.tenant.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Operations and their slots in the database. */
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
        return new OperationRow(id, operation, correlation, State.QUEUED, 0, 0, now, Trouble.NONE, null);
    }

    /** The operation of an id. */
    public Optional<OperationRow> find(OperationId id) {
        return jdbc.sql("select * from operation where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** What runs, or ran, for this cause; nothing is started twice for one request. */
    Optional<OperationId> causedBy(Cause cause) {
        return jdbc.sql("select id from operation where cause = ? order by id limit 1")
                .param(cause.toString())
                .query(String.class)
                .optional()
                .map(OperationId::new);
    }

    /** The operation of an id, which nobody else changes before this transaction ends. */
    Optional<OperationRow> lock(OperationId id) {
        return jdbc.sql("select * from operation where id = ? for update")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Moves an operation on if it is where the caller thinks: one compare-and-set. */
    public boolean move(OperationId id, State from, State to) {
        return jdbc.sql("""
                        update operation set state = ?, signal = '', tries = 0, surprises = 0, step_since = ?
                        where id = ? and state = ?""")
                        .params(to.name(), Timestamps.param(clock.instant()), id.value(), from.name())
                        .update()
                == 1;
    }

    /** Moves an operation to a step of another state's plan, if it is where the row says. */
    boolean move(OperationRow row, State to, int step) {
        return jdbc.sql("""
                        update operation set state = ?, step = ?, signal = '', tries = 0, surprises = 0, step_since = ?
                        where id = ? and state = ? and step = ?""")
                        .params(
                                to.name(),
                                step,
                                Timestamps.param(clock.instant()),
                                row.id().value(),
                                row.state().name(),
                                row.step())
                        .update()
                == 1;
    }

    /** Goes to the next step of an operation at work. */
    boolean advance(OperationRow row) {
        return move(row, row.state(), row.step() + 1);
    }

    /** Leaves a wish for the runner, if it is at work where the row says and nobody has left one. */
    boolean signal(OperationRow row, Signal signal) {
        return jdbc.sql("update operation set signal = ? where id = ? and state = ? and signal = ''")
                        .params(signal.name(), row.id().value(), row.state().name())
                        .update()
                == 1;
    }

    /** Counts trouble of a step that is still the current one. */
    public void count(OperationRow row, Trouble trouble) {
        jdbc.sql("update operation set tries = ?, surprises = ? where id = ? and state = ? and step = ?")
                .params(
                        trouble.tries(),
                        trouble.surprises(),
                        row.id().value(),
                        row.state().name(),
                        row.step())
                .update();
    }

    /** Remembers what an operation made; a repeat keeps the first mark. */
    void remember(OperationId id, List<Made> made) {
        for (Made one : made) {
            jdbc.sql("insert into operation_made (operation, thing, mark) values (?, ?, ?) on conflict do nothing")
                    .params(id.value(), one.thing().name(), one.mark())
                    .update();
        }
    }

    /** What an operation made. */
    List<Made> madeBy(OperationId id) {
        return jdbc.sql("select thing, mark from operation_made where operation = ?")
                .param(id.value())
                .query((row, n) -> new Made(Thing.valueOf(row.getString("thing")), row.getString("mark")))
                .list();
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

    /** What holds the slot of any tenant, whatever its state, except such kinds; at most 100, by tenant. */
    List<OperationRow> activeExcept(Set<String> kinds) {
        return jdbc.sql("""
                        select o.* from active_operation a join operation o on o.id = a.operation
                        where o.kind not in (:kinds) order by o.tenant limit 100""").param("kinds", kinds).query(this::row).list();
    }

    /** Frees the slot and gives it to the operation that has waited longest; its ticket, if there is one. */
    Optional<OperationQueue.Ticket> handSlotOn(OperationRow done) {
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

    private OperationRow row(ResultSet row, int number) throws SQLException {
        return new OperationRow(
                new OperationId(row.getString("id")),
                json.readValue(row.getString("content"), Operation.class),
                row.getString("correlation"),
                State.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getInt("run"),
                Timestamps.read(row, "step_since"),
                new Trouble(row.getInt("tries"), row.getInt("surprises")),
                row.getString("signal").isEmpty() ? null : Signal.valueOf(row.getString("signal")));
    }
}
