package dev.hallm.bot.platform.discord;

import java.util.UUID;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/** Locks in the bot's database, by its own clock and for this process alone. */
final class LeaderLocks {
    private static final int SECONDS_TO_ASK = 1;

    private LeaderLocks() {}

    static LockProvider in(DataSource database) {
        JdbcTemplate impatient = new JdbcTemplate(database);
        impatient.setQueryTimeout(SECONDS_TO_ASK);
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(impatient)
                .withLockedByValue(UUID.randomUUID().toString())
                .usingDbTime()
                .build());
    }
}
