package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.storage.Timestamps;
import dev.hallm.bot.tenant.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests and votes in the database. */
@Repository
class RequestRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final QuestionRows questions;
    private final ReminderRows reminders;

    RequestRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.questions = new QuestionRows(jdbc);
        this.reminders = new ReminderRows(jdbc);
    }

    /** Adds a request; false when one for the same thing waits already. */
    boolean open(Request request) {
        boolean first =
                jdbc.sql("insert into waiting_request (tenant, kind, request) values (?, ?, ?) on conflict do nothing")
                                .params(
                                        request.operation().tenant().value(),
                                        request.operation().kind(),
                                        request.id())
                                .update()
                        == 1;
        if (first) {
            insert(request);
        }
        return first;
    }

    private void insert(Request request) {
        jdbc.sql("""
                        insert into request (id, kind, tenant, operation, requester, owner, needed, voters, state,
                                             version, created_at, expires_at, rule, require_linked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""")
                .params(
                        request.id(),
                        request.operation().kind(),
                        request.operation().tenant().value(),
                        written(request.operation()),
                        request.requester().toString(),
                        request.owner().toString(),
                        request.needed(),
                        request.voters().name(),
                        request.state().name(),
                        Timestamps.param(request.createdAt()),
                        Timestamps.param(request.expiresAt()),
                        request.needs().rule(),
                        request.needs().requireLinked())
                .update();
    }

    Optional<Request> find(String id) {
        return jdbc.sql("select * from request where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The id of the request that waits for this, by now perhaps decided. */
    String waitingFor(TenantName tenant, String kind) {
        return jdbc.sql("select request from waiting_request where tenant = ? and kind = ?")
                .params(tenant.value(), kind)
                .query(String.class)
                .optional()
                .orElse("");
    }

    Optional<Request> pendingFor(TenantName tenant, String kind) {
        return jdbc.sql("select * from request where tenant = ? and kind = ? and state = 'PENDING' order by id limit 1")
                .params(tenant.value(), kind)
                .query(this::row)
                .optional();
    }

    /** How many tenants are asked for that any of the accounts would own. */
    long pendingOf(Set<ChatAccount> owner) {
        return jdbc.sql("""
                        select count(*) from request
                        where owner in (:accounts) and kind = 'provision' and state = 'PENDING'""")
                .param("accounts", owner.stream().map(ChatAccount::toString).toList())
                .query(Long.class)
                .single();
    }

    List<Request> pending() {
        return jdbc.sql("select * from request where state = 'PENDING' order by created_at, id limit 100")
                .query(this::row)
                .list();
    }

    List<Request> askedBy(Set<ChatAccount> requester) {
        return jdbc.sql("""
                        select * from request where requester in (:accounts)
                        order by created_at desc, id limit 20""")
                .param("accounts", requester.stream().map(ChatAccount::toString).toList())
                .query(this::row)
                .list();
    }

    List<Request> overdue(Instant now) {
        return jdbc.sql("select * from request where state = 'PENDING' and expires_at <= ? order by id limit 100")
                .param(Timestamps.param(now))
                .query(this::row)
                .list();
    }

    /** Takes the request from the version that the caller read to the next: the one compare-and-set. */
    boolean decide(Request read, Request to, Instant now) {
        boolean open = to.state() == State.PENDING;
        boolean won = jdbc.sql("""
                        update request set state = ?, version = version + 1, decided_at = ?, needed = ?, voters = ?,
                                           rule = ?, require_linked = ?, operation = ?, asked = ?
                        where id = ? and version = ? and state = 'PENDING'""")
                        .param(to.state().name())
                        .param(open ? null : Timestamps.param(now))
                        .param(to.needed())
                        .param(to.voters().name())
                        .param(to.needs().rule())
                        .param(to.needs().requireLinked())
                        .param(written(to.operation()))
                        .param(to.isChanged() ? written(to.asked()) : null)
                        .param(read.id())
                        .param(read.version())
                        .update()
                == 1;
        if (won && !open) {
            jdbc.sql("delete from waiting_request where request = ?")
                    .param(read.id())
                    .update();
            reminders.forget(read.id());
        }
        return won;
    }

    /** Takes all votes away. */
    void forgetVotes(String request) {
        jdbc.sql("delete from vote where request = ?").param(request).update();
    }

    /** Takes away the votes that no longer count, so that whoever cast one may vote again. */
    void keepVotes(Request request) {
        votes(request.id()).stream()
                .filter(stored ->
                        request.votes().stream().noneMatch(vote -> vote.by().equals(stored.by())))
                .forEach(stored -> jdbc.sql("delete from vote where request = ? and account = ?")
                        .params(request.id(), stored.by().toString())
                        .update());
    }

    void insert(String request, Vote vote) {
        jdbc.sql("insert into vote (request, account, verdict, reason, at, accounts) values (?, ?, ?, ?, ?, ?)")
                .params(
                        request,
                        vote.by().toString(),
                        vote.approves() ? "APPROVE" : "DENY",
                        vote.reason(),
                        Timestamps.param(vote.at()),
                        vote.accounts().stream()
                                .map(ChatAccount::toString)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .update();
    }

    private List<Vote> votes(String request) {
        return jdbc.sql("select * from vote where request = ? order by at, account")
                .param(request)
                .query((row, n) -> new Vote(
                        ChatAccount.parse(row.getString("account")),
                        "APPROVE".equals(row.getString("verdict")),
                        row.getString("reason"),
                        Timestamps.read(row, "at"),
                        accounts(row)))
                .list();
    }

    /** Votes of before accounts could be linked name the voter's only. */
    private static Set<ChatAccount> accounts(ResultSet row) throws SQLException {
        return Stream.concat(
                        Stream.of(row.getString("account")),
                        Stream.of(row.getString("accounts").split(" ", -1)))
                .filter(text -> !text.isEmpty())
                .map(ChatAccount::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String written(Operation operation) {
        return json.writerFor(Operation.class).writeValueAsString(operation);
    }

    private Request row(ResultSet row, int number) throws SQLException {
        Operation operation = json.readValue(row.getString("operation"), Operation.class);
        String asked = row.getString("asked");
        return new Request(
                row.getString("id"),
                operation,
                asked == null ? operation : json.readValue(asked, Operation.class),
                ChatAccount.parse(row.getString("requester")),
                ChatAccount.parse(row.getString("owner")),
                new Request.Needs(
                        row.getString("rule"),
                        row.getInt("needed"),
                        Role.valueOf(row.getString("voters")),
                        row.getBoolean("require_linked")),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "expires_at"),
                Timestamps.readNullable(row, "decided_at"),
                votes(row.getString("id")),
                questions.of(row.getString("id")));
    }
}
