package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/** A lock that nobody else wants, for tests that are not about leadership. */
final class FreeLock implements LockProvider, SimpleLock {
    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        return Optional.of(this);
    }

    @Override
    public Optional<SimpleLock> extend(Duration lockAtMostFor, Duration lockAtLeastFor) {
        return Optional.of(this);
    }

    @Override
    public void unlock() {}
}
