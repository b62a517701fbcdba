package dev.hallm.bot.platform.console;

import java.util.List;
import java.util.Optional;

/** The messages of all conversations; every change of any of them has a number that only grows. */
interface ConsoleTranscript {
    /** How many messages of a conversation are kept. */
    int KEPT = 200;

    /** The number of the latest change, 0 when there was none. */
    long latestChange();

    Optional<ConsoleMessage> find(String id);

    Optional<ConsoleMessage> withNonce(String nonce);

    /** A conversation, oldest first. */
    List<ConsoleMessage> of(Conversation conversation);

    /** What was added or changed after a change, in the order of the changes. */
    List<ConsoleMessage> changedAfter(long change);

    /** Adds a message or replaces the one with its id; the answer carries the numbers of the changes. */
    ConsoleMessage save(ConsoleMessage message);
}
