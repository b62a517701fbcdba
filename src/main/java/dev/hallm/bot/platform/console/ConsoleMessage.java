package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.MessageRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the transcript.
 *
 * @param author a person's id, or {@link #BOT}
 * @param actions the ids of the message's buttons, in the order of the buttons
 * @param nonce the post's nonce, null for what people said
 * @param created number of the change that added it; 0 until it is saved
 * @param changed number of the latest change of it; 0 until it is saved
 */
record ConsoleMessage(
        String id,
        Conversation conversation,
        String author,
        State state,
        Message content,
        List<String> actions,
        @Nullable String nonce,
        Instant postedAt,
        @Nullable Instant editedAt,
        long created,
        long changed) {
    static final String BOT = "hallm";

    ConsoleMessage {
        actions = List.copyOf(actions);
    }

    /** A message that was not saved yet. */
    static ConsoleMessage fresh(
            String id, Conversation conversation, String author, State state, Message content, Instant postedAt) {
        return new ConsoleMessage(id, conversation, author, state, content, List.of(), null, postedAt, null, 0, 0);
    }

    /** The answer that takes this place, which was kept for it or is new. */
    ConsoleMessage answered(Message answer, List<String> buttons, String postNonce) {
        return new ConsoleMessage(
                id, conversation, BOT, State.POSTED, answer, buttons, postNonce, postedAt, null, created, changed);
    }

    ConsoleMessage edited(Message newer, List<String> buttons, Instant at) {
        return new ConsoleMessage(
                id, conversation, author, state, newer, buttons, nonce, postedAt, at, created, changed);
    }

    ConsoleMessage numbered(long first, long latest) {
        return new ConsoleMessage(
                id, conversation, author, state, content, actions, nonce, postedAt, editedAt, first, latest);
    }

    MessageRef ref() {
        return new MessageRef(ConsolePerson.PLATFORM, conversation.key(), id);
    }

    /** Whether this is news for somebody who looks elsewhere: an answer or a card, not its later changes. */
    boolean isNews() {
        return state == State.POSTED && editedAt == null;
    }

    /** What a message is. */
    enum State {
        /** What a person typed. */
        SAID,
        /** The place kept for an answer. */
        WORKING,
        /** What the bot posted. */
        POSTED
    }
}
