package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the database answers, is current and takes writes. A file that is not there yet is not made by looking. */
@Component
class DatabaseCheck implements SelfCheck {
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;:]+)(?:;.*)?");
    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int ALREADY_OPEN = 90020;

    private final DataSource database;
    private final Environment environment;

    DatabaseCheck(DataSource database, Environment environment) {
        this.database = database;
        this.environment = environment;
    }

    @Override
    public String subject() {
        return "the database";
    }

    @Override
    public List<Finding> findings() {
        Matcher file = FILE.matcher(environment.getProperty("spring.datasource.url", ""));
        if (file.matches() && !Files.exists(Path.of(file.group(1) + ".mv.db"))) {
            return List.of(Finding.fine("HB-B05", "file", file.group(1)));
        }
        try (Connection connection = database.getConnection()) {
            return examine(connection);
        } catch (SQLException e) {
            return List.of(away(e));
        }
    }

    private List<Finding> examine(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String kind = data.getDatabaseProductName();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine("HB-B01", "kind", kind, "version", data.getDatabaseProductVersion()));
        if (kind.equals("H2") && environment.containsProperty("KUBERNETES_SERVICE_HOST")) {
            findings.add(Finding.of("HB-B08"));
        }
        findings.addAll(new Migrations(database).findings());
        if (findings.stream().allMatch(finding -> finding.severity() == Finding.Severity.OK)) {
            findings.add(isWritable(connection) ? Finding.fine("HB-B03") : Finding.of("HB-B03"));
        }
        return findings;
    }

    /** A standby or a database without room to write refuses even a statement that changes no row. */
    private static boolean isWritable(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update inbox set state = state where 1 = 0");
            return !connection.isReadOnly();
        } catch (SQLException _) {
            return false;
        }
    }

    /** Told by code and SQLSTATE; the pool wraps what the driver said. */
    private static Finding away(SQLException problem) {
        SQLException cause = problem;
        while (cause.getCause() instanceof SQLException deeper) {
            cause = deeper;
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == ALREADY_OPEN) {
            return Finding.of("HB-B02");
        }
        return state.startsWith("28") ? Finding.of("HB-B07") : Finding.of("HB-B01", "state", state);
    }
}
