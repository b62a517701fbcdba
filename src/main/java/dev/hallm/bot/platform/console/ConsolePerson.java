package dev.hallm.bot.platform.console;

import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody whom a visitor may choose to be.
 *
 * @param roles the words of the roles held, empty for a guest
 */
record ConsolePerson(String id, String displayName, List<String> roles) {
    static final String PLATFORM = "console";
    static final String REALM = "local";

    ConsolePerson {
        roles = List.copyOf(roles);
    }

    ChatAccount account() {
        return new ChatAccount(PLATFORM, REALM, id);
    }

    boolean guest() {
        return roles.isEmpty();
    }

    /** The roles as a reader wants them: {@code admin, user}. */
    String roleWords() {
        return guest() ? "guest" : String.join(", ", roles);
    }

    String initials() {
        return Stream.of(displayName.split(" "))
                .limit(2)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The conversations this person sees, the private one first. */
    List<Conversation> conversations() {
        Conversation own = Conversation.privateOf(id);
        return guest()
                ? List.of(own)
                : Stream.concat(Stream.of(own), Conversation.CHANNELS.stream()).toList();
    }

    boolean sees(Conversation conversation) {
        return conversations().contains(conversation);
    }
}
