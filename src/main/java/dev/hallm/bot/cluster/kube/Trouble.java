package dev.hallm.bot.cluster.kube;

/**
 * Why a pod is not ready.
 *
 * @param lasting whether it stays so until a person changes something
 * @param words in plain words
 * @param advice what to do about one that lasts, as a sentence
 */
record Trouble(boolean lasting, String words, String advice) {
    static Trouble lasting(String words, String advice) {
        return new Trouble(true, words, advice);
    }

    static Trouble passing(String words) {
        return new Trouble(false, words, "");
    }
}
