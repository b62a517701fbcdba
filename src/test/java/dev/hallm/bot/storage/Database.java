package dev.hallm.bot.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One database of a test.
 *
 * @param atEnd the statement that drops what the pool's end leaves
 */
public record Database(HikariDataSource dataSource, String atEnd) implements AutoCloseable {
    static Database of(String url, String user, String atEnd) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return new Database(pool, atEnd);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Transactions of this database; statements of {@link #jdbc()} on the same thread take part. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Override
    public void close() {
        jdbc().sql(atEnd).update();
        dataSource.close();
    }
}
