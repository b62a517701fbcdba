package dev.hallm.bot.chat;

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
        Instant createdAt) {
    enum Kind {
        MESSAGE,
        CARD,
        EDIT
    }
}
