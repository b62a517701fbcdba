package dev.hallm.bot.command;

import dev.hallm.bot.storage.DrainLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works on stored deliveries, a few at a time; a process that dies leaves its rows to the next one. */
@Component
class InboxWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final int AT_ONCE = 8;
    private static final int SECONDS_TO_FINISH = 5;

    private final Inbox inbox;
    private final Responder responder;
    private final FirstListing listing;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final DrainLoop loop = new DrainLoop("inbox", Duration.ofSeconds(1), this::drain);
    private ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("inbox-worker-", 0).factory());

    InboxWorker(Inbox inbox, Responder responder, FirstListing listing) {
        this.inbox = inbox;
        this.responder = responder;
        this.listing = listing;
    }

    /** A delivery was stored. */
    void wake() {
        loop.wake();
    }

    private void drain() {
        int room = listing.isAwaited() ? 0 : free.availablePermits();
        List<Inbox.Row> rows = room == 0 ? List.of() : inbox.claim(room);
        for (Inbox.Row row : rows) {
            free.acquireUninterruptibly();
            workers.execute(() -> work(row));
        }
    }

    private void work(Inbox.Row row) {
        try (var _ = MDC.putCloseable("correlation", row.correlation())) {
            responder.respond(row);
        } catch (RuntimeException e) {
            LOG.error("delivery {} is left for another attempt", row.key(), e);
        } finally {
            free.release();
            loop.wake();
        }
    }

    @Override
    public void start() {
        workers = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("inbox-worker-", 0).factory());
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
