package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one of all replicas the leader, by a lock in the database that expires by the database's clock. The leader
 * counts its lease from before it asked, on a clock that only goes forward: it stops being one before anybody else can
 * be, also when the database hangs.
 */
final class Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final String LOCK = "discord-gateway";
    private static final Duration WATCH = Duration.ofMillis(100);

    private final LockProvider locks;
    private final LeaderSettings settings;
    private final LongSupplier nanos;
    private final Follower follower;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Term term;

    Leadership(LockProvider locks, LeaderSettings settings, LongSupplier nanos, Follower follower) {
        this.locks = locks;
        this.settings = settings;
        this.nanos = nanos;
        this.follower = follower;
    }

    /** Who acts while leading; calls come one after the other and return quickly. */
    interface Follower {
        void won();

        void lost();
    }

    /** Leading until then, as far as is known. */
    private record Term(SimpleLock lock, long until) {}

    /** Whether this process may act as the leader at this moment. */
    boolean leads() {
        Term current = term;
        return current != null && nanos.getAsLong() - current.until() < 0;
    }

    void start() {
        Thread.ofPlatform().daemon().name("discord-leadership").start(this::campaign);
        Thread.ofPlatform().daemon().name("discord-lease").start(this::watch);
    }

    /** Gives the lock back, so that another takes over at once. */
    void stop() {
        stopped.countDown();
        Term last = end();
        if (last != null) {
            release(last.lock());
        }
    }

    private void campaign() {
        while (!pause(term == null ? settings.candidacy() : settings.extend())) {
            Term current = term;
            if (current == null) {
                stand();
            } else {
                extend(current);
            }
        }
    }

    private void watch() {
        while (!pause(WATCH)) {
            if (term != null && !leads()) {
                LOG.warn("the lease of Discord's gateway could not be extended in time; another may take over");
                end();
            }
        }
    }

    private void stand() {
        long until = fromNow();
        try {
            locks.lock(new LockConfiguration(Instant.EPOCH, LOCK, settings.lease(), Duration.ZERO))
                    .ifPresent(lock -> begin(new Term(lock, until)));
        } catch (RuntimeException e) {
            LOG.debug("the lock of Discord's gateway could not be asked for", e);
        }
    }

    private void extend(Term current) {
        long until = fromNow();
        try {
            Optional<SimpleLock> longer = current.lock().extend(settings.lease(), Duration.ZERO);
            if (longer.isEmpty()) {
                LOG.warn("another process has taken over Discord's gateway");
                end();
            } else if (!replace(current, new Term(longer.get(), until))) {
                release(longer.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("the lease of Discord's gateway could not be extended", e);
        }
    }

    private long fromNow() {
        return nanos.getAsLong() + settings.lease().toNanos();
    }

    private void begin(Term first) {
        if (!tryBegin(first)) {
            release(first.lock());
        }
    }

    private synchronized boolean tryBegin(Term first) {
        if (stopped.getCount() == 0 || nanos.getAsLong() - first.until() >= 0) {
            return false;
        }
        term = first;
        LOG.info("this process holds Discord's gateway now");
        follower.won();
        return true;
    }

    private synchronized boolean replace(Term current, Term longer) {
        boolean same = current.equals(term);
        if (same) {
            term = longer;
        }
        return same;
    }

    private synchronized @Nullable Term end() {
        Term last = term;
        if (last != null) {
            term = null;
            follower.lost();
        }
        return last;
    }

    private static void release(SimpleLock lock) {
        try {
            lock.unlock();
        } catch (RuntimeException e) {
            LOG.debug("the lock of Discord's gateway could not be given back and expires by itself", e);
        }
    }

    /** Waits; true when this ended meanwhile. */
    private boolean pause(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
