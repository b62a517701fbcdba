package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fake platform, without any wire in between. */
final class LabStage implements ChatStage {
    private final Talk talk;
    private final FakeChat chat;

    LabStage(Talk talk, FakeChat chat) {
        this.talk = talk;
        this.chat = chat;
    }

    @Override
    public String account(String who) {
        return FakeChat.account(who).toString();
    }

    @Override
    public String name(String who) {
        return Lab.name(who);
    }

    @Override
    public String mention(String who) {
        return "@" + who;
    }

    @Override
    public Seen asks(String who, String command, Map<String, String> arguments) {
        return seen(talk.asks(who, Lines.of(command, arguments)));
    }

    @Override
    public Seen in(Place place, String... words) {
        return seen(await().atMost(Talk.PATIENCE)
                .until(() -> posts(place, words).findFirst(), Optional::isPresent)
                .orElseThrow());
    }

    /** In the place itself and in its threads. */
    private Stream<Post> posts(Place place, String... words) {
        String channel = channel(place);
        return chat.posts().stream()
                .filter(post -> post.ref().channel().equals(channel)
                        || post.ref().channel().startsWith(channel + "/"))
                .filter(post -> hasAll(post, words));
    }

    @Override
    public boolean has(Place place, String... words) {
        return posts(place, words).findAny().isPresent();
    }

    @Override
    public Seen becomes(Seen message, String... words) {
        return seen(await().atMost(Talk.PATIENCE).until(() -> post(message), post -> hasAll(post, words)));
    }

    @Override
    public void clicks(String who, Seen message, String label) {
        click(who, message, label);
    }

    @Override
    public Seen answerTo(String who, Seen message, String label) {
        return seen(talk.answer(click(who, message, label)));
    }

    @Override
    public void fills(String who, Seen message, String label, Map<String, String> values) {
        FirstResponse.Show show =
                (FirstResponse.Show) click(who, message, label).first();
        talk.submits(who, show.form().id(), values);
    }

    @Override
    public String secretOf(String who, Seen message, String label) {
        int before = chat.whispers().size();
        click(who, message, label);
        return await().until(
                        () -> chat.whispers().stream().skip(before).findFirst().orElse(null), Objects::nonNull)
                .text();
    }

    @Override
    public String everythingKept() {
        return chat.posts().toString();
    }

    @Override
    public void closeDirectMessages(String who) {
        chat.closeDirectMessages(who);
    }

    private Talk.Act click(String who, Seen message, String label) {
        return talk.bring(
                who, new Delivery.Click(message.action(label), post(message).ref()));
    }

    private Post post(Seen message) {
        return chat.posts().stream()
                .filter(post -> post.ref().message().equals(message.id()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasAll(Post post, String... words) {
        return Stream.of(words).allMatch(post.text()::contains);
    }

    private static Seen seen(Post post) {
        return new Seen(
                post.ref().message(),
                post.text(),
                post.buttons().stream().collect(Collectors.toMap(Post.Labelled::label, Post.Labelled::action)));
    }

    private static String channel(Place place) {
        return switch (place.kind()) {
            case APPROVALS -> "#approvals";
            case OPERATIONS -> "#operations";
            case ANNOUNCEMENTS -> "#announcements";
            case DIRECT -> "@" + place.who();
        };
    }
}
