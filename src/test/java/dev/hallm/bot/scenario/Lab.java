package dev.hallm.bot.scenario;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A fake chat platform with an admin (ana), approvers (bo, dee), a user (cy), a member without a role (eve) and a guest
 * (gus). Not annotated, so that nothing but an import finds it.
 */
class Lab {
    /** Names by id. */
    static final Map<String, String> PEOPLE =
            Map.of("ana", "Ana Petrov", "bo", "Bo Lind", "cy", "Cy Adler", "dee", "Dee Moor", "eve", "Eve Stone");

    static String name(String who) {
        return Objects.requireNonNull(PEOPLE.get(who));
    }

    @Bean
    FakeChat fakeChat() {
        var chat = new FakeChat();
        PEOPLE.forEach(chat::member);
        chat.guest("gus");
        return chat;
    }

    @Bean
    @Primary
    RoleGrants labGrants() {
        return new RoleGrants(Map.of(
                Role.ADMIN, grant("ana"),
                Role.APPROVER, grant("bo", "dee"),
                Role.USER, grant("ana", "bo", "cy", "dee")));
    }

    private static List<Grant> grant(String... users) {
        return List.of(new Grant(FakeChat.NAME, FakeChat.NAME, Set.of(users), Set.of(), false));
    }

    @Bean
    @Primary
    Channels labChannels() {
        return new Channels(Map.of(
                Purpose.APPROVALS, List.of(new Destination.Channel(FakeChat.NAME, "approvals")),
                Purpose.OPERATIONS, List.of(new Destination.Channel(FakeChat.NAME, "operations")),
                Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel(FakeChat.NAME, "announcements"))));
    }

    @Bean
    Talk talk(Dispatcher dispatcher, FakeChat chat) {
        return new Talk(dispatcher, chat);
    }
}
