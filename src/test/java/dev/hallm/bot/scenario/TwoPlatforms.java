package dev.hallm.bot.scenario;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The lab and a second platform, the annex, where some of the same people have accounts under other names. */
class TwoPlatforms extends Lab {
    static final String ANNEX = "annex";

    /** The names of the second platform by id. */
    private static final Map<String, String> PEOPLE_THERE =
            Map.of("anna", "Anna P.", "bob", "Bob L.", "cyril", "Cyril A.", "dora", "Dora M.", "fay", "Fay Field");

    /** The second platform, as a bean of a type of its own. */
    record Annex(FakeChat chat) implements ChatPlatform, GroupDirectory {
        @Override
        public String name() {
            return chat.name();
        }

        @Override
        public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
            return chat.post(to, message, actions, attempt);
        }

        @Override
        public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
            return chat.edit(ref, message, actions, urgency);
        }

        @Override
        public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
            return chat.whisper(to, secret, actions);
        }

        @Override
        public String platform() {
            return chat.platform();
        }

        @Override
        public Membership membership(ChatAccount account) {
            return chat.membership(account);
        }

        @Override
        public Optional<ChatAccount> resolve(String mention) {
            return chat.resolve(mention);
        }

        @Override
        public List<Suggested> suggest(String prefix) {
            return chat.suggest(prefix);
        }
    }

    @Bean
    Annex annex() {
        var chat = new FakeChat(ANNEX);
        PEOPLE_THERE.forEach(chat::member);
        return new Annex(chat);
    }

    @Bean
    @Primary
    @Override
    RoleGrants labGrants() {
        return new RoleGrants(Map.of(
                Role.ADMIN, grants(Set.of("ana"), Set.of("anna")),
                Role.APPROVER, grants(Set.of("bo", "dee"), Set.of("anna", "bob", "dora")),
                Role.USER, grants(Set.of("ana", "bo", "cy", "dee"), Set.of("cyril", "fay"))));
    }

    private static List<Grant> grants(Set<String> lab, Set<String> annex) {
        return List.of(
                new Grant(FakeChat.NAME, FakeChat.NAME, lab, Set.of(), false),
                new Grant(ANNEX, ANNEX, annex, Set.of(), false));
    }

    @Bean
    @Primary
    @Override
    Channels labChannels() {
        return new Channels(Map.of(
                Purpose.APPROVALS, channels("approvals"),
                Purpose.OPERATIONS, channels("operations"),
                Purpose.ANNOUNCEMENTS, channels("announcements")));
    }

    private static List<Destination.Channel> channels(String id) {
        return List.of(new Destination.Channel(FakeChat.NAME, id), new Destination.Channel(ANNEX, id));
    }
}
