package dev.hallm.bot.onboarding;

import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Timestamps;
import dev.hallm.bot.tenant.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checklists in the database. */
@Repository
class OnboardingRepository {
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_EVIDENCE = 500;
    private static final Duration TELLS_EVERY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;

    OnboardingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OperationId operation, TenantName tenant, Instant now) {
        jdbc.sql("""
                        insert into onboarding (operation, tenant, state, version, started_at)
                        values (?, ?, ?, 0, ?) on conflict do nothing""")
                .params(operation.value(), tenant.value(), OnboardingState.APPROVED.name(), Timestamps.param(now))
                .update();
        for (ChecklistItem item : ChecklistItem.values()) {
            jdbc.sql("""
                            insert into onboarding_item (operation, item, state, detail) values (?, ?, 'OPEN', '')
                            on conflict do nothing""").params(operation.value(), item.name()).update();
        }
    }

    Optional<Onboarding> find(OperationId operation) {
        return jdbc.sql("select * from onboarding where operation = ?")
                .param(operation.value())
                .query(this::row)
                .optional();
    }

    Optional<Onboarding> latestOf(TenantName tenant) {
        return jdbc.sql("select * from onboarding where tenant = ? order by started_at desc limit 1")
                .param(tenant.value())
                .query(this::row)
                .optional();
    }

    /** Moves on from the version that the caller read; false when another was faster. */
    boolean move(Onboarding read, OnboardingState to, Instant now) {
        boolean over = to.isOver();
        return jdbc.sql("""
                        update onboarding set state = ?, version = version + 1, finished_at = ?, detail = ''
                        where operation = ? and version = ?""")
                        .param(to.name())
                        .param(over ? Timestamps.param(now) : null)
                        .param(read.operation().value())
                        .param(read.version())
                        .update()
                == 1;
    }

    void startItem(OperationId operation, ChecklistItem item, Instant now) {
        jdbc.sql("""
                        update onboarding_item set state = 'RUNNING', detail = '', evidence = '', advice = '',
                            finished_at = null, told_at = null, waits_since = null, started_at = coalesce(started_at, ?)
                        where operation = ? and item = ?""")
                .params(Timestamps.param(now), operation.value(), item.name())
                .update();
    }

    void endItem(OperationId operation, ChecklistItem item, ItemState state, String detail, Instant now) {
        jdbc.sql("""
                        update onboarding_item set state = ?, detail = ?, finished_at = ?, waits_since = null
                        where operation = ? and item = ?""")
                .params(state.name(), shorten(detail), Timestamps.param(now), operation.value(), item.name())
                .update();
    }

    /** Keeps what was seen when an item failed, and what to do about it. */
    void prove(OperationId operation, ChecklistItem item, StepResult.Failed failure) {
        jdbc.sql("update onboarding_item set evidence = ?, advice = ? where operation = ? and item = ?")
                .params(
                        shorten(failure.evidence(), LONGEST_EVIDENCE),
                        shorten(failure.advice(), LONGEST_EVIDENCE),
                        operation.value(),
                        item.name())
                .update();
    }

    /** What runs no longer runs, and has not been done. */
    void reopenItems(OperationId operation) {
        jdbc.sql("""
                        update onboarding_item set state = 'OPEN', detail = '', waits_since = null
                        where operation = ? and state = 'RUNNING'""").param(operation.value()).update();
    }

    /** Says what a roll back waits for, or why it failed; false when it said so already. */
    boolean explain(OperationId operation, String detail) {
        return jdbc.sql("update onboarding set detail = ? where operation = ? and detail <> ?")
                        .params(shorten(detail), operation.value(), shorten(detail))
                        .update()
                == 1;
    }

    /** Whether it is time to say again how long a running item has been waiting; of several at once, one is told so. */
    boolean isTimeToTell(OperationId operation, ChecklistItem item, Instant now) {
        return jdbc.sql("""
                        update onboarding_item set told_at = ? where operation = ? and item = ? and state = 'RUNNING'
                        and detail <> '' and coalesce(told_at, started_at) <= ?""")
                        .params(
                                Timestamps.param(now),
                                operation.value(),
                                item.name(),
                                Timestamps.param(now.minus(TELLS_EVERY)))
                        .update()
                == 1;
    }

    /** Whether it is time to say again how long a roll back has been waiting; of several at once, one is told so. */
    boolean isTimeToTell(OperationId operation, Instant now) {
        return jdbc.sql("""
                        update onboarding set told_at = ? where operation = ? and detail <> ''
                        and (told_at is null or told_at <= ?)""")
                        .params(Timestamps.param(now), operation.value(), Timestamps.param(now.minus(TELLS_EVERY)))
                        .update()
                == 1;
    }

    /** Onboardings that are not over, of tenants whose names begin so. */
    List<Onboarding> unfinished(String start, int limit) {
        return jdbc.sql("""
                        select * from onboarding where finished_at is null and tenant like ?
                        order by tenant, started_at desc limit ?""")
                .params(start.replaceAll("[^a-z0-9-]", "") + "%", limit)
                .query(this::row)
                .list();
    }

    /** Says what a running item waits for, and since when; false when it said so already. */
    boolean explain(OperationId operation, ChecklistItem item, String detail, Instant since) {
        return jdbc.sql("""
                        update onboarding_item set detail = ?, waits_since = ?
                        where operation = ? and item = ? and state = 'RUNNING' and detail <> ?""")
                        .param(shorten(detail))
                        .param(detail.isEmpty() ? null : Timestamps.param(since))
                        .param(operation.value())
                        .param(item.name())
                        .param(shorten(detail))
                        .update()
                == 1;
    }

    private static String shorten(String detail) {
        return shorten(detail, LONGEST_DETAIL);
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private List<Item> items(String operation) {
        return jdbc
                .sql("select * from onboarding_item where operation = ?")
                .param(operation)
                .query((row, n) -> new Item(
                        ChecklistItem.valueOf(row.getString("item")),
                        ItemState.valueOf(row.getString("state")),
                        row.getString("detail"),
                        row.getString("evidence"),
                        row.getString("advice"),
                        Timestamps.readNullable(row, "waits_since"),
                        Timestamps.readNullable(row, "started_at"),
                        Timestamps.readNullable(row, "finished_at")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Item::item))
                .toList();
    }

    private Onboarding row(ResultSet row, int number) throws SQLException {
        String operation = row.getString("operation");
        return new Onboarding(
                new OperationId(operation),
                new TenantName(row.getString("tenant")),
                OnboardingState.valueOf(row.getString("state")),
                row.getInt("version"),
                Timestamps.read(row, "started_at"),
                Timestamps.readNullable(row, "finished_at"),
                row.getString("detail"),
                items(operation));
    }
}
