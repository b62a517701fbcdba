package dev.hallm.bot.chat.port;

/** What goes first where a platform limits edits. */
public enum Urgency {
    /** On the way; a newer state will follow. */
    PROGRESS,
    /** A final state, or one that waits for a person. */
    FINAL
}
