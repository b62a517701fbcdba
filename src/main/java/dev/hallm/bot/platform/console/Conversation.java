package dev.hallm.bot.platform.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A place messages are in: one of the three channels, or the private answers of one person ({@code private:ana}). */
record Conversation(String key) {
    static final String PRIVATE = "private";
    static final List<Conversation> CHANNELS =
            List.of(new Conversation("approvals"), new Conversation("operations"), new Conversation("announcements"));

    static Conversation privateOf(String person) {
        return new Conversation(PRIVATE + ":" + person);
    }

    /** The channel that an id from bot-config means, with or without its {@code #}. */
    static Optional<Conversation> channel(String id) {
        String name = id.startsWith("#") ? id.substring(1) : id;
        return CHANNELS.stream()
                .filter(channel -> channel.key.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    boolean isPrivate() {
        return key.startsWith(PRIVATE + ":");
    }

    /** What the address bar says; the person is there already. */
    String slug() {
        return isPrivate() ? PRIVATE : key;
    }

    String title() {
        return isPrivate() ? "Private" : "#" + key;
    }
}
