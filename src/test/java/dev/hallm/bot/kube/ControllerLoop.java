package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of all controllers. */
final class ControllerLoop implements Consumer<Change>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerLoop.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kube-controllers").daemon().factory());
    private volatile List<Controller> controllers = List.of();

    void run(List<Controller> all) {
        controllers = List.copyOf(all);
    }

    /** Does something later, on the controllers' thread. */
    void after(Duration delay, Runnable work) {
        try {
            var _ = thread.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.trace("closed before {}", work, closed);
        }
    }

    @Override
    public void accept(Change change) {
        after(Duration.ZERO, () -> controllers.forEach(controller -> controller.onChange(change)));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A controller failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
