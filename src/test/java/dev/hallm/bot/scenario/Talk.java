package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** People doing things on the fake platform, and what they see of it. */
final class Talk {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Dispatcher dispatcher;
    private final FakeChat chat;

    Talk(Dispatcher dispatcher, FakeChat chat) {
        this.dispatcher = dispatcher;
        this.chat = chat;
    }

    /** Something done; {@code handle} is where its private answer goes. */
    record Act(FirstResponse first, String handle) {}

    Act says(String who, String line) {
        return bring(who, new Delivery.Words(line));
    }

    Act submits(String who, String form, Map<String, String> values) {
        return bring(who, new Delivery.Submission(form, values, null));
    }

    Act clicks(String who, Post post, String label) {
        return bring(who, new Delivery.Click(post.action(label), post.ref()));
    }

    /** Brings the same delivery as often as asked. */
    Act bring(String who, Delivery.Content content) {
        String key = UUID.randomUUID().toString();
        return new Act(deliver(key, who, content), key);
    }

    FirstResponse deliver(String key, String who, Delivery.Content content) {
        return dispatcher.receive(new Delivery(key, FakeChat.account(who), key, content));
    }

    /** The private answer to a line. */
    Post asks(String who, String line) {
        return answer(says(who, line));
    }

    Post answer(Act act) {
        return in("reply:" + act.handle(), post -> true);
    }

    /** The first post of a place that is as expected, once it is. */
    Post in(String place, Predicate<Post> expected) {
        return await("a post in " + place)
                .atMost(PATIENCE)
                .until(() -> find(place, expected), Optional::isPresent)
                .orElseThrow();
    }

    /** The same message when it says this. */
    Post becomes(Post post, String words) {
        return in(
                post.ref().channel(),
                now -> now.ref().equals(post.ref()) && now.text().contains(words));
    }

    /** How many posts a place has. */
    long count(String place) {
        return chat.posts().stream()
                .filter(post -> post.ref().channel().equals(place))
                .count();
    }

    private Optional<Post> find(String place, Predicate<Post> expected) {
        return chat.posts().stream()
                .filter(post -> post.ref().channel().equals(place) && expected.test(post))
                .findFirst();
    }
}
