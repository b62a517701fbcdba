package dev.hallm.bot.platform.console;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who the visitor chose to be, and where that person may look. */
@Component
@Profile("dev")
class Visitors {
    private final People people;

    Visitors(People people) {
        this.people = people;
    }

    Optional<ConsolePerson> find(String id) {
        return people.find(id);
    }

    /** @throws NobodyHere when bot-config lists no such person */
    ConsolePerson get(String id) {
        return find(id).orElseThrow(() -> new NobodyHere(id));
    }

    /** Whom a visitor is who did not choose. @throws NobodyHere when bot-config lists nobody */
    ConsolePerson first() {
        return people.all().stream().findFirst().orElseThrow(() -> new NobodyHere("anybody"));
    }

    /** The conversation an address means, if the person sees it. */
    Optional<Conversation> conversation(ConsolePerson person, String slug) {
        return person.conversations().stream()
                .filter(conversation -> conversation.slug().equals(slug))
                .findFirst();
    }

    /** A request in the name of somebody, or for a place, that is not in bot-config. */
    static final class NobodyHere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyHere(String who) {
            super("nobody and nothing here is called " + who);
        }
    }
}
