package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.message.Message;

/**
 * A place where people talk: renders and sends. Calls happen after commit, from outbox rows, at least once; nothing
 * may be thrown for what a platform may answer: that is a {@link Sent}.
 */
public interface ChatPlatform {
    /** The word in {@code ChatAccount.platform()}. */
    String name();

    /** Whether this process sends now; while it does not, rows wait for it or for the process that does. */
    default boolean sends() {
        return true;
    }

    /** Whether people can answer there and have accounts; where they have not, it only takes letters. */
    default boolean converses() {
        return true;
    }

    /** How people write a command there, with {@code root} as the word of the one command that holds all others. */
    default String spelled(String root, String words) {
        return "/" + root + " " + words;
    }

    /** Posts a message; a platform that saw the attempt's nonce before returns the first one's reference. */
    Sent post(Destination to, Message message, ActionIds actions, Attempt attempt);

    /**
     * Replaces the content of a message that was posted before.
     *
     * @param urgency progress gives way where the platform limits edits
     */
    Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency);

    /**
     * Shows a secret to one person without keeping it anywhere: no row, no log, no transcript. Called before its delivery
     * is finished, so it may happen twice.
     */
    Sent whisper(Destination.Reply to, Message secret, ActionIds actions);

    /**
     * Gives one person a secret in their direct messages, because they asked for it there: the platform keeps it, the
     * bot does not. Called before its delivery is finished, so it may happen twice.
     */
    default Sent handOver(Destination.Direct to, Message secret, ActionIds actions, Attempt attempt) {
        return post(to, secret, actions, attempt);
    }
}
