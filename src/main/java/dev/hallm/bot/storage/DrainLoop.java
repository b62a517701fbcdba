package dev.hallm.bot.storage;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that drains a table when woken, and at an interval for what others left: rows of a process that died, rows
 * whose time has come.
 */
public final class DrainLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DrainLoop.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final Duration interval;
    private final Runnable drain;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    public DrainLoop(String name, Duration interval, Runnable drain) {
        this.name = name;
        this.interval = interval;
        this.drain = drain;
    }

    /** Drains soon; cheap, callable from anywhere. */
    public void wake() {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::loop);
    }

    /** Lets a drain that is under way end, so that nobody takes its database away; waits 5 s at most. */
    @Override
    public void stop() {
        running = false;
        wake.release();
        Thread last = thread;
        if (last != null) {
            awaitEnd(last);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void awaitEnd(Thread last) {
        try {
            if (!last.join(LONGEST_END)) {
                LOG.warn("{}: still busy while the process ends", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (running) {
            drainOnce();
            if (!pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            if (wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drainOnce() {
        try {
            drain.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: will be tried again", name, e);
        }
    }
}
