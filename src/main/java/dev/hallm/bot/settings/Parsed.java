package dev.hallm.bot.settings;

/** What a text of bot-config meant. */
sealed interface Parsed {
    record Value(Object value) implements Parsed {}

    /** It meant nothing that is allowed; {@code why} says what it got and what is. */
    record Refused(String why) implements Parsed {}

    static Parsed refused(String got, String why) {
        return new Refused(quoted(got) + ": " + why);
    }

    /** A text from the file for a message; what looks like a secret is never repeated. */
    static String quoted(String got) {
        boolean secret = got.matches("(?is)\\s*(xox[a-z]|xapp|xwfp)-.*") || (got.length() > 50 && !got.contains(" "));
        return secret ? "(" + got.length() + " characters, not shown)" : '"' + got + '"';
    }
}
