package dev.hallm.bot.settings;

/** bot-config cannot be used; the message is the whole report for the administrator. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(String report) {
        super(report);
    }
}
