package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.springframework.dao.DataAccessResourceFailureException;

/** Locks of a database that one process cannot reach for a while. */
final class FailingLocks implements LockProvider {
    private final LockProvider locks;
    private volatile boolean failing;
    private volatile boolean unlocking = true;

    FailingLocks(LockProvider locks) {
        this.locks = locks;
    }

    void fail() {
        failing = true;
    }

    void work() {
        failing = false;
    }

    void forgetUnlock() {
        unlocking = false;
    }

    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        check();
        return locks.lock(configuration).map(Failing::new);
    }

    private void check() {
        if (failing) {
            throw new DataAccessResourceFailureException("the database is away");
        }
    }

    private final class Failing implements SimpleLock {
        private final SimpleLock lock;

        Failing(SimpleLock lock) {
            this.lock = lock;
        }

        @Override
        public Optional<SimpleLock> extend(Duration lockAtMostFor, Duration lockAtLeastFor) {
            check();
            return lock.extend(lockAtMostFor, lockAtLeastFor).map(Failing::new);
        }

        @Override
        public void unlock() {
            if (unlocking) {
                lock.unlock();
            }
        }
    }
}
