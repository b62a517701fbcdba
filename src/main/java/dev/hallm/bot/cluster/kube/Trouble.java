package dev.hallm.bot.cluster.kube;

/**
 * Why a pod is not ready.
 *
 * @param lasting whether it stays so until a person changes something
 * @param words in plain words
 */
record Trouble(boolean lasting, String words) {
    static Trouble lasting(String words) {
        return new Trouble(true, words);
    }

    static Trouble passing(String words) {
        return new Trouble(false, words);
    }
}
