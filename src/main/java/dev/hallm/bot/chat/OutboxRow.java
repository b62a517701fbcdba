package dev.hallm.bot.chat;

import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Urgency;
import java.time.Instant;

/** A row to be sent; {@code revision} grows with every change that arrives while it is being sent. */
record OutboxRow(
        long id,
        String key,
        Kind kind,
        String platform,
        String destination,
        String subject,
        String content,
        int revision,
        int attempts,
        Urgency urgency,
        Instant createdAt) {
    /** The try that a claim of this row is. */
    Attempt attempt() {
        return new Attempt(key, attempts > 0);
    }

    enum Kind {
        MESSAGE,
        /** Under the card of its subject. */
        UNDER,
        CARD,
        EDIT
    }
}
