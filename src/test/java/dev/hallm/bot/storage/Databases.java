package dev.hallm.bot.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh databases of both kinds with the bot's own schema: H2 in memory, and one PostgreSQL server for the JVM. */
public final class Databases {
    /** What the bot's own H2 URL says, without the file. */
    public static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private static final String TEMPLATE = "template_with_schema";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        Stream.of("org.flywaydb", "com.zaxxer.hikari", "io.zonky", "org.springframework", "org.postgresql")
                .map(LoggerFactory::getLogger)
                .forEach(logger -> ((Logger) logger).setLevel(Level.ERROR));
    }

    private Databases() {}

    /** A database that nobody else has, migrated; close it. */
    public static Database fresh(Db kind) {
        return switch (kind) {
            case H2 -> h2();
            case POSTGRES -> postgres();
        };
    }

    /** Runs the bot's migrations. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static Database h2() {
        String url = "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
        Database database = Database.of(url, "sa", "shutdown");
        migrate(database.dataSource());
        return database;
    }

    private static Database postgres() {
        String name = "test" + NUMBER.incrementAndGet();
        JdbcClient.create(Postgres.SERVER.getPostgresDatabase())
                .sql("create database " + name + " template " + TEMPLATE)
                .update();
        return Database.of(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres", "discard all");
    }

    /** Started when the first test needs it; ends with the JVM. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database " + TEMPLATE)
                        .update();
                migrate(server.getDatabase("postgres", TEMPLATE));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
