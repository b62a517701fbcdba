package dev.hallm.bot.chat.port;

/** What goes first where a platform limits edits. */
public enum Urgency {
    /** On the way; a newer state will follow. */
    PROGRESS(0),
    /** A final state, or one that waits for a person. */
    FINAL(1);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /** The higher, the earlier. */
    public int rank() {
        return rank;
    }

    /** The urgency that has this rank; a higher one is the most urgent. */
    public static Urgency ofRank(int rank) {
        return rank <= PROGRESS.rank ? PROGRESS : FINAL;
    }
}
