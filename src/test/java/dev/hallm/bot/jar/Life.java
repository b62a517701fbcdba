package dev.hallm.bot.jar;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Stall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A bot that is killed while people wait for something, and started again. */
final class Life implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Supplier<BotProcess> start;
    private BotProcess bot;
    private Optional<Threat> threat = Optional.empty();

    Life(Supplier<BotProcess> start) {
        this.start = start;
        this.bot = start.get();
    }

    private record Threat(Stall stall, boolean afterwards) {}

    /** The process of the moment. */
    BotProcess bot() {
        return bot;
    }

    /** From now on it is killed at this effect, before it is done or after it is. */
    void killAt(Stall stall, boolean afterwards) {
        threat = Optional.of(new Threat(stall, afterwards));
    }

    /** Whether what was to kill it never came; it is safe from now on. */
    boolean escapes() {
        boolean alive = threat.isPresent();
        threat.ifPresent(never -> never.stall().release());
        threat = Optional.empty();
        return alive;
    }

    /** Waits, and is killed meanwhile if that is to be. */
    void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(GLANCE).until(() -> {
            killIfReached();
            return condition.call();
        });
    }

    /** The same for what can say why it does not hold. */
    void untilAsserted(String what, Runnable assertion) {
        await(what).atMost(PATIENCE).pollInterval(GLANCE).untilAsserted(() -> {
            killIfReached();
            assertion.run();
        });
    }

    private void killIfReached() {
        threat.filter(now -> now.stall().isReached()).ifPresent(this::kill);
    }

    private void kill(Threat reached) {
        threat = Optional.empty();
        bot.kill();
        if (reached.afterwards()) {
            reached.stall().release();
        } else {
            reached.stall().lose();
        }
        bot = start.get();
    }

    @Override
    public void close() {
        bot.close();
    }
}
