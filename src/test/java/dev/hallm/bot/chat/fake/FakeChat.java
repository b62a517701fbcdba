package dev.hallm.bot.chat.fake;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A platform whose posts a test reads and whose buttons it clicks. */
public final class FakeChat implements ChatPlatform, GroupDirectory {
    /** Its name, and its one workspace. */
    public static final String NAME = "lab";

    private static final int LONGEST_FALLBACK = 4_000;
    private static final int MOST_BUTTONS = 25;

    private final String name;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final List<Post> whispers = new CopyOnWriteArrayList<>();
    private final Map<String, Membership> people = new ConcurrentHashMap<>();
    private final Set<ChatAccount> closed = ConcurrentHashMap.newKeySet();

    public FakeChat() {
        this(NAME);
    }

    /** A platform of another name, with one workspace of that name. */
    public FakeChat(String name) {
        this.name = name;
    }

    public static ChatAccount account(String user) {
        return new ChatAccount(NAME, NAME, user);
    }

    /** The account of somebody here. */
    public ChatAccount accountOf(String user) {
        return new ChatAccount(name, name, user);
    }

    /** Adds a full member. */
    public void member(String user, String displayName) {
        people.put(user, new Membership.Member(displayName, Set.of()));
    }

    public void guest(String user) {
        people.put(user, new Membership.Guest());
    }

    /** From now on nobody can write to this person directly. */
    public void closeDirectMessages(String user) {
        closed.add(accountOf(user));
    }

    /** From now on this person can be written to again. */
    public void openDirectMessages(String user) {
        closed.remove(accountOf(user));
    }

    /** Everything posted, the oldest first, as it looks now. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Takes a place's posts out, so that a long run keeps no more than the last ones. */
    public List<Post> forgetWhatIsIn(String place) {
        List<Post> there = posts.stream()
                .filter(post -> post.ref().channel().equals(place))
                .toList();
        posts.removeAll(there);
        return there;
    }

    /** Secrets shown, which no post has. */
    public List<Post> whispers() {
        return List.copyOf(whispers);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        String nonce = attempt.nonce();
        if (to instanceof Destination.Replacement replacement) {
            return edit(replacement.clicked(), message, actions, Urgency.FINAL);
        }
        if (to instanceof Destination.Direct(ChatAccount account) && closed.contains(account)) {
            return new Sent.Undeliverable("cannot send messages to this user");
        }
        Optional<Post> before =
                posts.stream().filter(post -> post.nonce().equals(nonce)).findFirst();
        Post post = before.orElseGet(() -> add(place(to), message, actions, nonce));
        return new Sent.Delivered(post.ref());
    }

    private Post add(String place, Message message, ActionIds actions, String nonce) {
        var post = new Post(new MessageRef(name, place, "m" + posts.size()), nonce, message, buttons(message, actions));
        posts.add(post);
        return post;
    }

    @Override
    public synchronized Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        for (int i = 0; i < posts.size(); i++) {
            if (posts.get(i).ref().equals(ref)) {
                posts.set(i, new Post(ref, posts.get(i).nonce(), message, buttons(message, actions)));
                return new Sent.Delivered(ref);
            }
        }
        return new Sent.Undeliverable("message_not_found");
    }

    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        var ref = new MessageRef(name, place(to), "w" + whispers.size());
        whispers.add(new Post(ref, "", secret, buttons(secret, actions)));
        return new Sent.Delivered(ref);
    }

    private static String place(Destination to) {
        return switch (to) {
            case Destination.Channel channel -> "#" + channel.id();
            case Destination.Under(MessageRef parent) -> parent.channel();
            case Destination.Direct direct -> "@" + direct.account().user();
            case Destination.Reply reply -> "reply:" + reply.handle();
            case Destination.Replacement replacement -> replacement.clicked().channel();
            case Destination.Mail mail -> "mail:" + mail.address();
            case Destination.Home home -> "home:" + home.account().user();
        };
    }

    private static List<Post.Labelled> buttons(Message message, ActionIds actions) {
        if (message.fallbackText().length() > LONGEST_FALLBACK) {
            throw new IllegalArgumentException("msg_too_long");
        }
        var buttons = new ArrayList<Post.Labelled>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Buttons group) {
                group.buttons()
                        .forEach(button ->
                                buttons.add(new Post.Labelled(button.label(), actions.idOf(button.action()))));
            }
        }
        if (buttons.size() > MOST_BUTTONS) {
            throw new IllegalArgumentException("invalid_blocks");
        }
        return buttons;
    }

    @Override
    public String platform() {
        return name;
    }

    @Override
    public Membership membership(ChatAccount account) {
        return people.getOrDefault(account.user(), new Membership.NotFound());
    }

    @Override
    public Optional<ChatAccount> resolve(String mention) {
        return Stream.of(mention)
                .filter(text -> text.startsWith("@"))
                .map(text -> text.substring(1))
                .filter(people::containsKey)
                .map(this::accountOf)
                .findFirst();
    }

    @Override
    public List<Suggested> suggest(String prefix) {
        String start = prefix.startsWith("@") ? prefix.substring(1) : prefix;
        return people.keySet().stream()
                .filter(user -> user.startsWith(start))
                .sorted()
                .map(user -> new Suggested("@" + user, user))
                .toList();
    }
}
