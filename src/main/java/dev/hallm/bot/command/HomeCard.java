package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person's home: what waits for them, what is theirs, what they may do. Whoever has no role is told whom to ask. */
@Component
class HomeCard implements CardSource {
    private static final String KIND = "home";

    private final Identities identities;
    private final List<HomeSection> sections;
    private final ChatSettings chat;

    HomeCard(Identities identities, List<HomeSection> sections, ChatSettings chat) {
        this.identities = identities;
        this.sections = List.copyOf(sections);
        this.chat = chat;
    }

    static Subject subject(ChatAccount account) {
        return new Subject(KIND, account.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        return Optional.of(
                switch (identities.identify(ChatAccount.parse(id))) {
                    case Identification.Known(Person person) -> home(person);
                    case Identification.Guest _ -> Refusals.of("refuse.guest", "support", chat.support());
                    case Identification.Unknown _ -> Refusals.of("refuse.unknown", "support", chat.support());
                    case Identification.Unclear _ -> Refusals.of("refuse.unclear");
                });
    }

    private Message home(Person person) {
        var blocks = new ArrayList<Block>();
        sections.forEach(section -> blocks.addAll(section.of(person)));
        return new Message(text("home.fallback", "name", person.displayName()), Tone.NEUTRAL, blocks);
    }
}
