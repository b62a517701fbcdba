package dev.hallm.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainLoopTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Semaphore drained = new Semaphore(0);
    private volatile boolean broken;
    private DrainLoop loop = new DrainLoop("test", NEVER, this::drain);

    private void drain() {
        drained.release();
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void drainsAtItsStartWhatADeadProcessLeft() throws InterruptedException {
        loop.start();

        assertThat(hasDrained()).isTrue();
    }

    @Test
    void drainsWhenWoken() throws InterruptedException {
        loop.start();
        hasDrained();

        loop.wake();

        assertThat(hasDrained()).isTrue();
    }

    @Test
    void drainsByItselfAtItsInterval() throws InterruptedException {
        loop = new DrainLoop("test", Duration.ofMillis(1), this::drain);

        loop.start();

        assertThat(drained.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void goesOnAfterAnException() throws InterruptedException {
        broken = true;
        loop.start();
        hasDrained();

        loop.wake();

        assertThat(hasDrained()).isTrue();
    }

    @Test
    void endsBeforeItsStopReturns() throws InterruptedException {
        var ended = new AtomicBoolean();
        loop = new DrainLoop("test", NEVER, () -> {
            drained.release();
            while (loop.isRunning()) {
                Thread.onSpinWait();
            }
            ended.set(true);
        });
        loop.start();
        hasDrained();

        loop.stop();

        assertThat(ended).isTrue();
    }

    private boolean hasDrained() throws InterruptedException {
        return drained.tryAcquire(10, TimeUnit.SECONDS);
    }
}
