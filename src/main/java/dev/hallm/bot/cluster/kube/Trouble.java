package dev.hallm.bot.cluster.kube;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod is not ready.
 *
 * @param lasting whether it stays so until a person changes something
 * @param words in plain words
 * @param advice what to do about one that lasts, or takes too long to pass; as a sentence, empty when nothing is known
 * @param since when it began, null when that is not known
 */
record Trouble(
        boolean lasting,
        String words,
        String advice,
        @Nullable Instant since) {
    static Trouble lasting(String words, String advice) {
        return new Trouble(true, words, advice, null);
    }

    static Trouble passing(String words) {
        return passing(words, null);
    }

    static Trouble passing(String words, @Nullable Instant since) {
        return new Trouble(false, words, "", since);
    }

    Trouble advised(String what) {
        return new Trouble(lasting, words, what, since);
    }

    Trouble since(@Nullable Instant time) {
        return new Trouble(lasting, words, advice, time);
    }

    Trouble of(String workload) {
        return new Trouble(lasting, workload + ": " + words, advice, since);
    }
}
