package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interactions whose first response is on its way from this process. Discord knows no answer to an interaction before
 * that, so what the core says faster than the response travels has to wait for it.
 */
final class Unanswered {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

    /** Before the interaction is given to the core. */
    void begins(String interaction) {
        waiting.put(interaction, new CountDownLatch(1));
    }

    /** Discord has the first response, or will never have it. */
    void ends(String interaction) {
        CountDownLatch latch = waiting.remove(interaction);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Returns when the first response is there, after 3 s at most. */
    void awaitEnd(String interaction) {
        CountDownLatch latch = waiting.get(interaction);
        if (latch == null) {
            return;
        }
        try {
            if (!latch.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.remove(interaction, latch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
