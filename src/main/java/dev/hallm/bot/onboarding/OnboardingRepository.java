package dev.hallm.bot.onboarding;

import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.storage.Timestamps;
import dev.hallm.bot.tenant.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checklists in the database. */
@Repository
class OnboardingRepository {
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
        boolean over = to == OnboardingState.COMPLETE;
        return jdbc.sql("""
                        update onboarding set state = ?, version = version + 1, finished_at = ?
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
                        update onboarding_item set state = 'RUNNING', detail = '', finished_at = null,
                            started_at = coalesce(started_at, ?) where operation = ? and item = ?""")
                .params(Timestamps.param(now), operation.value(), item.name())
                .update();
    }

    void endItem(OperationId operation, ChecklistItem item, ItemState state, String detail, Instant now) {
        jdbc.sql("""
                        update onboarding_item set state = ?, detail = ?, finished_at = ?
                        where operation = ? and item = ?""")
                .params(state.name(), shorten(detail), Timestamps.param(now), operation.value(), item.name())
                .update();
    }

    /** Says what a running item waits for; false when it said so already. */
    boolean explain(OperationId operation, ChecklistItem item, String detail) {
        return jdbc.sql("""
                        update onboarding_item set detail = ?
                        where operation = ? and item = ? and state = 'RUNNING' and detail <> ?""")
                        .params(shorten(detail), operation.value(), item.name(), shorten(detail))
                        .update()
                == 1;
    }

    private static String shorten(String detail) {
        return detail.length() <= 1000 ? detail : detail.substring(0, 1000);
    }

    private List<Item> items(String operation) {
        return jdbc
                .sql("select * from onboarding_item where operation = ?")
                .param(operation)
                .query((row, n) -> new Item(
                        ChecklistItem.valueOf(row.getString("item")),
                        ItemState.valueOf(row.getString("state")),
                        row.getString("detail"),
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
                items(operation));
    }
}
