package dev.hallm.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DatabasesTest {
    @AutoClose
    private final Database database;

    DatabasesTest(Db kind) {
        database = Databases.fresh(kind);
    }

    @Test
    void hasTheTablesOfEveryMigration() {
        List<String> tables = database.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query((row, number) -> row.getString("table_name"))
                .list();

        assertThat(tables)
                .contains("inbox", "outbox", "action", "request", "vote", "operation", "onboarding", "scheduled_tasks")
                .contains("console_message");
    }

    @Test
    void beginsWithoutTheRowsOfAnotherTest() {
        Database used = Databases.fresh(database.kind());
        used.jdbc()
                .sql("insert into active_operation (tenant, operation) values ('ada', 'o1')")
                .update();
        used.close();

        Database fresh = Databases.fresh(database.kind());

        assertThat(fresh.jdbc()
                        .sql("select count(*) from active_operation")
                        .query(Integer.class)
                        .single())
                .isZero();
        fresh.close();
    }

    @Test
    void keepsAnInstantToTheMicrosecond() {
        Instant at = Instant.parse("2026-03-29T00:59:59.123456789Z");

        database.jdbc()
                .sql("insert into journal (operation, step, outcome, why, at) values ('o', 's', 'DONE', '', ?)")
                .param(Timestamps.param(at))
                .update();

        assertThat(database.jdbc()
                        .sql("select at from journal")
                        .query((row, number) -> Timestamps.read(row, "at"))
                        .single())
                .isEqualTo(Instant.parse("2026-03-29T00:59:59.123456Z"));
    }
}
