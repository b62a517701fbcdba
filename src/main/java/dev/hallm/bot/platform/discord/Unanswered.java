package dev.hallm.bot.platform.discord;

import dev.hallm.bot.command.Acknowledgements;
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

    private final Acknowledgements acknowledgements;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    Unanswered(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    private record Waiting(long since, CountDownLatch end) {}

    /** Before the interaction is given to the core. */
    void begins(String interaction) {
        waiting.put(interaction, new Waiting(System.nanoTime(), new CountDownLatch(1)));
    }

    /** Discord has the first response, or will never have it. */
    void ends(String interaction) {
        Waiting ended = waiting.remove(interaction);
        if (ended != null) {
            ended.end().countDown();
            acknowledgements.answered(DiscordSettings.PLATFORM, Duration.ofNanos(System.nanoTime() - ended.since()));
        }
    }

    /** Returns when the first response is there, after 3 s at most. */
    void awaitEnd(String interaction) {
        Waiting begun = waiting.get(interaction);
        if (begun == null) {
            return;
        }
        try {
            if (!begun.end().await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.remove(interaction, begun);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
