package dev.hallm.bot.chat.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * One message to people.
 *
 * @param fallbackText complete on its own: state, who, size, deadline and where to act; all that screen readers and
 *     phone notifications get on some platforms
 * @param tone the state that the whole message tells; never told by colour alone
 */
public record Message(String fallbackText, Tone tone, List<Block> blocks) {
    /** @throws IllegalArgumentException when {@code fallbackText} is blank */
    public Message {
        if (fallbackText.isBlank()) {
            throw new IllegalArgumentException("a message needs a fallback text");
        }
        blocks = List.copyOf(blocks);
    }

    public static Message of(Tone tone, String fallbackText, Block... blocks) {
        return new Message(fallbackText, tone, List.of(blocks));
    }

    /** A message that is one paragraph. */
    public static Message text(Tone tone, String text) {
        return of(tone, text, Block.Text.body(Span.plain(text)));
    }

    /** This message with more blocks at its end. */
    public Message with(Block... more) {
        return new Message(
                fallbackText,
                tone,
                Stream.concat(blocks.stream(), Stream.of(more)).toList());
    }

    /** What a message tells at a glance. */
    public enum Tone {
        NEUTRAL,
        PROGRESS,
        GOOD,
        WARNING,
        BAD
    }
}
