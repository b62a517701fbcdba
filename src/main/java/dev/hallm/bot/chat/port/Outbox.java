package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.message.Message;
import java.util.Optional;

/** Messages to be sent after the current transaction commits, at least once, in spite of restarts. */
public interface Outbox {
    /** Sends a message; a second one with the same key is the same one. */
    void send(String key, Destination to, Message message);

    /** Posts the card of a subject; later changes of the subject edit it. */
    void postCard(String key, Destination to, Subject subject);

    /** Renders the subject again wherever it was posted. */
    void refresh(Subject subject, Urgency urgency);

    /** Replies under a subject's card wherever it is, once it is there; a second one with the same key is the same one. */
    void replyTo(Subject subject, String key, Message message);

    /** Tries once more to deliver a message that could not be delivered. */
    void retry(String key);

    /**
     * What became of a message, empty when the key is unknown. One that could not be delivered directly counts as its
     * stand-in, the button in a channel that opens it.
     */
    Optional<State> stateOf(String key);

    /** Whether a message could not be delivered directly, so that its stand-in was posted. */
    boolean stoodIn(String key);

    /** What a message says, empty when the key is unknown. */
    Optional<Message> find(String key);

    /** Where a message is on its way. */
    enum State {
        WAITING,
        DELIVERED,
        UNDELIVERABLE
    }
}
