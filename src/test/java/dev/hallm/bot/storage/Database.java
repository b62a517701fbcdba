package dev.hallm.bot.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database of a test. */
public record Database(Db kind, HikariDataSource dataSource) implements AutoCloseable {
    static Database of(Db kind, String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return new Database(kind, pool);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Transactions of this database; statements of {@link #jdbc()} on the same thread take part. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Gives it back; the next test gets it without this one's rows. */
    @Override
    public void close() {
        Databases.close(this);
    }

    void empty() {
        List<String> tables = jdbc().sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'""")
                .query((row, number) -> row.getString("table_name"))
                .list();
        String deletes = tables.stream().map(table -> "delete from " + table).collect(Collectors.joining("; "));
        jdbc().sql(withoutForeignKeys(deletes)).update();
    }

    private String withoutForeignKeys(String statements) {
        return switch (kind) {
            case H2 -> "set referential_integrity false; " + statements + "; set referential_integrity true";
            case POSTGRES ->
                "set session_replication_role = replica; " + statements + "; set session_replication_role = origin";
        };
    }
}
