package dev.hallm.bot.jar;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Stall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bot that is killed while people wait for something, and started again. Nobody speaks to it while it is dead. */
final class Life implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /** How long what is frozen waits for the other effects at which it is to be killed too. */
    private static final Duration LONGEST_FROZEN = Duration.ofSeconds(10);

    private final Supplier<BotProcess> start;
    private final List<Threat> threats = new ArrayList<>();
    private BotProcess bot;
    private @Nullable Long frozen;

    Life(Supplier<BotProcess> start) {
        this.start = start;
        this.bot = start.get();
    }

    private record Threat(Stall stall, boolean afterwards) {
        void strike() {
            if (afterwards) {
                stall.release();
            } else {
                stall.lose();
            }
        }
    }

    /** The process of the moment. */
    synchronized BotProcess bot() {
        return bot;
    }

    /** Does something with it that needs it alive. */
    synchronized <T> T with(Function<BotProcess, T> deed) {
        return deed.apply(bot);
    }

    /** From now on it is killed at this effect, before it is done or after it is. */
    synchronized void killAt(Stall stall, boolean afterwards) {
        threats.add(new Threat(stall, afterwards));
    }

    /** Whether it is about to be killed at this effect. */
    synchronized boolean isDoomed(Stall stall) {
        return stall.isReached() && threats.stream().anyMatch(threat -> threat.stall() == stall);
    }

    /** Whether what was to kill it has not come; from now on it does not. */
    synchronized boolean escapes(Stall stall) {
        stall.release();
        return threats.removeIf(threat -> threat.stall() == stall);
    }

    /** Waits, and is killed meanwhile if that is to be. */
    void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(GLANCE).until(() -> {
            killIfDue();
            return condition.call();
        });
    }

    /** The same for what can say why it does not hold. */
    void untilAsserted(String what, Runnable assertion) {
        await(what).atMost(PATIENCE).pollInterval(GLANCE).untilAsserted(() -> {
            killIfDue();
            assertion.run();
        });
    }

    private synchronized void killIfDue() {
        List<Threat> reached =
                threats.stream().filter(threat -> threat.stall().isReached()).toList();
        if (reached.isEmpty()) {
            return;
        }
        frozen = frozen == null ? Long.valueOf(System.nanoTime()) : frozen;
        if (reached.size() == threats.size() || System.nanoTime() - frozen > LONGEST_FROZEN.toNanos()) {
            kill(reached);
        }
    }

    private void kill(List<Threat> reached) {
        frozen = null;
        threats.removeAll(reached);
        bot.kill();
        reached.forEach(Threat::strike);
        bot = start.get();
    }

    @Override
    public void close() {
        bot().close();
    }
}
