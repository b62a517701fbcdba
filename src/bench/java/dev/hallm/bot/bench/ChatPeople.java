package dev.hallm.bot.bench;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.services.FakeServices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An admin (ana), an approver (bo) and a user (cy) on a platform that keeps everything in memory. */
class ChatPeople {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Bean
    FakeChat fakeChat() {
        var chat = new FakeChat();
        chat.member("ana", "Ana Petrov");
        chat.member("bo", "Bo Lind");
        chat.member("cy", "Cy Adler");
        return chat;
    }

    @Bean
    @Primary
    RoleGrants benchGrants() {
        return new RoleGrants(Map.of(Role.ADMIN, grant("ana"), Role.APPROVER, grant("bo"), Role.USER, grant("cy")));
    }

    private static List<Grant> grant(String user) {
        return List.of(new Grant(FakeChat.NAME, FakeChat.NAME, Set.of(user), Set.of(), false));
    }

    @Bean
    @Primary
    Channels benchChannels() {
        return new Channels(Map.of(
                Purpose.APPROVALS, List.of(new Destination.Channel(FakeChat.NAME, "approvals")),
                Purpose.OPERATIONS, List.of(new Destination.Channel(FakeChat.NAME, "operations")),
                Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel(FakeChat.NAME, "announcements"))));
    }

    /** Arguments of a bot, which win over application.yaml, with those that lead to the services of its tenants. */
    static String[] arguments(FakeServices services, String... more) {
        return Stream.concat(Stream.of(services.arguments()), Stream.of(more)).toArray(String[]::new);
    }

    /** What they do. */
    record Talk(Dispatcher dispatcher, FakeChat chat) {
        /** Ana asks for a tenant; the request's card, once it is posted. */
        Post ask(String tenant) {
            bring("ana", new Delivery.Words("user create " + tenant + " owner=@cy size=small"));
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> card(tenant), Optional::isPresent)
                    .orElseThrow();
        }

        private Optional<Post> card(String tenant) {
            return chat.posts().stream()
                    .filter(post -> post.text().contains("Access request · " + tenant + " "))
                    .filter(post -> !post.buttons().isEmpty())
                    .findFirst();
        }

        /** Bo presses <em>Approve request</em>. */
        void approve(Post card) {
            bring("bo", new Delivery.Click(card.action("Approve request"), card.ref()));
        }

        private void bring(String who, Delivery.Content content) {
            String key = UUID.randomUUID().toString();
            dispatcher.receive(new Delivery(key, FakeChat.account(who), key, content));
        }
    }
}
