package dev.hallm.bot.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Databases of both kinds with the bot's own schema: H2 in memory, and PostgreSQL from one server for the JVM. One that
 * a test closes is emptied for the next, since making one takes PostgreSQL 300 ms.
 */
public final class Databases {
    /** What the bot's own H2 URL says, without the file. */
    public static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Db, Queue<Database>> CLOSED =
            Map.of(Db.H2, new ConcurrentLinkedQueue<>(), Db.POSTGRES, new ConcurrentLinkedQueue<>());

    static {
        Stream.of("org.flywaydb", "com.zaxxer.hikari", "io.zonky", "org.springframework", "org.postgresql")
                .map(LoggerFactory::getLogger)
                .forEach(logger -> ((Logger) logger).setLevel(Level.ERROR));
    }

    private Databases() {}

    /** An empty, migrated database that nobody else uses until it is closed. */
    public static Database fresh(Db kind) {
        Database used = closed(kind).poll();
        if (used == null) {
            return created(kind);
        }
        used.empty();
        return used;
    }

    /** Runs the bot's migrations. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    static void close(Database database) {
        closed(database.kind()).add(database);
    }

    private static Queue<Database> closed(Db kind) {
        return java.util.Objects.requireNonNull(CLOSED.get(kind));
    }

    private static Database created(Db kind) {
        String name = "test" + NUMBER.incrementAndGet();
        Database database = switch (kind) {
            case H2 -> Database.of(kind, "jdbc:h2:mem:" + name + H2_OPTIONS + ";DB_CLOSE_DELAY=-1", "sa");
            case POSTGRES -> Database.of(kind, Postgres.create(name), "postgres");
        };
        migrate(database.dataSource());
        return database;
    }

    /** Started when the first test needs it; ends with the JVM. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        static String create(String name) {
            JdbcClient.create(SERVER.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return SERVER.getJdbcUrl("postgres", name);
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
