package dev.hallm.bot.chat.port;

/** What a card is about, {@code request:4f2a}. */
public record Subject(String kind, String id) {
    /** Reads what {@link #toString()} wrote. */
    public static Subject parse(String text) {
        int colon = text.indexOf(':');
        return new Subject(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
