package dev.hallm.bot.identity;

import java.util.Locale;

/** What an account may be; no role contains another. */
public enum Role {
    ADMIN,
    APPROVER,
    AUDITOR,
    USER;

    /** The word used in bot-config and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
