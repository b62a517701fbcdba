package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Compares the database's schema with the one that this version brings; reads only. */
final class Migrations {
    private final DataSource database;

    Migrations(DataSource database) {
        this.database = database;
    }

    List<Finding> findings() {
        MigrationInfoService info = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .info();
        if (any(info, state -> state.isFailed())) {
            return List.of(Finding.of("HB-B06"));
        }
        if (any(info, state -> state.isApplied() && !state.isResolved())) {
            return List.of(Finding.of("HB-B09"));
        }
        int pending = info.pending().length;
        return List.of(pending > 0 ? Finding.of("HB-B04", "pending", pending) : Finding.fine("HB-B04"));
    }

    private static boolean any(
            MigrationInfoService info, java.util.function.Predicate<org.flywaydb.core.api.MigrationState> state) {
        return Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(state);
    }
}
