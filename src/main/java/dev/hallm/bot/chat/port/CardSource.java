package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.message.Message;
import java.util.Optional;

/** Makes the card of a subject from its current state, whenever one is sent. */
public interface CardSource {
    /** The {@link Subject#kind()} it knows. */
    String kind();

    /** The card now; empty when the subject is gone. */
    Optional<Message> render(String id);
}
