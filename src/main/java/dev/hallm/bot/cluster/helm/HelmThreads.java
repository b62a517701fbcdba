package dev.hallm.bot.cluster.helm;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Few threads for Helm, whose calls are heavy. At the end a running call gets some time. No {@code Executor}: as one,
 * it would replace Spring's own.
 */
@Component
class HelmThreads implements SmartLifecycle {
    private static final int THREADS = 2;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ExecutorService pool = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("helm-", 1).factory());
    private volatile boolean running;

    void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void start() {
        running = true;
    }

    /** A call that does not end in time is killed with the process; the next start repairs its release. */
    @Override
    public void stop() {
        running = false;
        pool.shutdown();
        try {
            pool.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
