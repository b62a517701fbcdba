package dev.hallm.bot.operation;

/** What a person asks of an operation that is under way; written into its row, never queued behind it. */
public enum Signal {
    /** Stop; what is there stays. */
    CANCEL,
    /** Take away what the operation made. */
    ROLL_BACK
}
