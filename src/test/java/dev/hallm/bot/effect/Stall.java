package dev.hallm.bot.effect;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request that a test has frozen before anything of it happened, or before its answer. */
public final class Stall {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean lost;
    private volatile String by = "";

    /**
     * Waits until the request has arrived.
     *
     * @throws IllegalStateException when it does not come in time
     */
    public void awaitReached(Duration within) {
        try {
            if (!reached.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("no such request within " + within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a request", e);
        }
    }

    public boolean isReached() {
        return reached.getCount() == 0;
    }

    /** What the request carried; empty before it is reached. */
    public String by() {
        return by;
    }

    /** Lets the request go on. */
    public void release() {
        released.countDown();
    }

    /** Ends the request as if it had been lost on its way. */
    public void lose() {
        lost = true;
        release();
    }

    /** Waits for the test; false when the request is lost. */
    public boolean hold() {
        return hold("");
    }

    boolean hold(String request) {
        by = request;
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !lost;
    }
}
