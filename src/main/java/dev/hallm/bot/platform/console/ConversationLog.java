package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.platform.console.ConsoleMessage.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The one writer of the transcript: what it saves, everybody who looks sees at once. */
@Component
@Profile("dev")
class ConversationLog {
    private static final Message WORKING = Message.text(Message.Tone.PROGRESS, "working…");

    private static final Message WHISPERED =
            Message.text(Message.Tone.NEUTRAL, "This was shown to you once and is not kept here.");

    private final ConsoleTranscript transcript;
    private final ConsoleFeed feed;
    private final Clock clock;

    ConversationLog(ConsoleTranscript transcript, ConsoleFeed feed, Clock clock) {
        this.transcript = transcript;
        this.feed = feed;
        this.clock = clock;
    }

    /** What a person did, in words; a repeat with the same key changes nothing. */
    synchronized void said(ConsolePerson person, String key, String words, Instant at) {
        addOnce(ConsoleMessage.fresh(
                "said-" + key,
                Conversation.privateOf(person.id()),
                person.id(),
                State.SAID,
                Message.text(Message.Tone.NEUTRAL, words),
                at));
    }

    /** Keeps the place of an answer, unless the answer came first. */
    synchronized void working(ConsolePerson person, String key) {
        addOnce(ConsoleMessage.fresh(
                answerId(key),
                Conversation.privateOf(person.id()),
                ConsoleMessage.BOT,
                State.WORKING,
                WORKING,
                clock.instant()));
    }

    /**
     * Posts; a nonce seen before answers with the first one's message.
     *
     * @param place the id of the place kept for it, null when it has none
     */
    synchronized ConsoleMessage post(
            Conversation conversation, Message message, List<String> buttons, String nonce, @Nullable String place) {
        return transcript
                .withNonce(nonce)
                .orElseGet(() -> save(placeFor(conversation, message, place).answered(message, buttons, nonce)));
    }

    /** Shows a secret to who looks right now; the transcript keeps only that there was one, with the same number. */
    synchronized ConsoleMessage whisper(Conversation conversation, Message secret, List<String> buttons, String place) {
        String nonce = "whisper-" + place;
        ConsoleMessage kept = transcript.save(transcript
                .withNonce(nonce)
                .orElseGet(() -> placeFor(conversation, WHISPERED, place).answered(WHISPERED, List.of(), nonce)));
        feed.publish(kept.answered(secret, buttons, nonce));
        return kept;
    }

    /** Replaces a message's content; empty when it is no longer kept. */
    synchronized Optional<ConsoleMessage> edit(String id, Message message, List<String> buttons) {
        return transcript.find(id).map(before -> save(before.edited(message, buttons, clock.instant())));
    }

    /** The id of the place kept for the answer to a delivery. */
    static String answerId(String key) {
        return "answer-" + key;
    }

    private ConsoleMessage placeFor(Conversation conversation, Message message, @Nullable String place) {
        Optional<ConsoleMessage> kept = Optional.ofNullable(place).flatMap(transcript::find);
        if (kept.isPresent() && kept.get().state() == State.WORKING) {
            return kept.get();
        }
        String id = place == null || kept.isPresent() ? UUID.randomUUID().toString() : place;
        return ConsoleMessage.fresh(id, conversation, ConsoleMessage.BOT, State.POSTED, message, clock.instant());
    }

    private void addOnce(ConsoleMessage message) {
        if (transcript.find(message.id()).isEmpty()) {
            save(message);
        }
    }

    private ConsoleMessage save(ConsoleMessage message) {
        ConsoleMessage saved = transcript.save(message);
        feed.publish(saved);
        return saved;
    }
}
