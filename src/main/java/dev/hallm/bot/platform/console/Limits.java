package dev.hallm.bot.platform.console;

/** How much a visitor may send. */
final class Limits {
    static final int TEXT_CHARACTERS = 4_000;
    /** A form of several texts, each character escaped, still fits. */
    static final long BODY_BYTES = 128L * 1024;

    static final String TOO_LONG = "That is too long: at most 4,000 characters. Nothing was sent.";

    private Limits() {}

    static boolean tooLong(String text) {
        return text.length() > TEXT_CHARACTERS;
    }
}
