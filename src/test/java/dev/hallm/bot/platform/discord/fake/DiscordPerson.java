package dev.hallm.bot.platform.discord.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with a Discord client, which offers only what Discord's client offers: registered commands, complete
 * options, enabled buttons of messages that the person sees. What it doesn't offer throws {@link NotOffered}.
 */
public final class DiscordPerson {
    private final World world;
    private final String id;
    private final String username;
    private final CopyOnWriteArraySet<DiscordRole> roles;
    private volatile @Nullable String globalName;
    private volatile @Nullable String nick;
    private volatile boolean bot;
    private volatile boolean member = true;
    private volatile boolean closedDirectMessages;
    private volatile String locale = "en-US";

    DiscordPerson(World world, String username, Collection<DiscordRole> roles) {
        this.world = world;
        this.id = world.nextId();
        this.username = username;
        this.roles = new CopyOnWriteArraySet<>(roles);
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String mention() {
        return "<@" + id + ">";
    }

    public DiscordPerson named(String shownName) {
        globalName = shownName;
        return this;
    }

    public DiscordPerson nick(String name) {
        nick = name;
        return this;
    }

    public DiscordPerson speaks(String newLocale) {
        locale = newLocale;
        return this;
    }

    public DiscordPerson isBot() {
        bot = true;
        return this;
    }

    /** Takes no direct messages from members of the guild any more. */
    public DiscordPerson closesDirectMessages() {
        closedDirectMessages = true;
        return this;
    }

    public DiscordPerson opensDirectMessages() {
        closedDirectMessages = false;
        return this;
    }

    public void leaves() {
        member = false;
        ObjectNode data = Json.object().put("guild_id", world.guild().id());
        data.set("user", user());
        world.gateway().dispatch("GUILD_MEMBER_REMOVE", data, Intent.GUILD_MEMBERS);
    }

    public void gets(DiscordRole role) {
        roles.add(role);
        changed();
    }

    public void loses(DiscordRole role) {
        roles.remove(role);
        changed();
    }

    private void changed() {
        ObjectNode data = UserJson.member(this).put("guild_id", world.guild().id());
        world.gateway().dispatch("GUILD_MEMBER_UPDATE", data, Intent.GUILD_MEMBERS);
    }

    /** Acting from this channel. */
    public PersonActions in(DiscordChannel channel) {
        return new PersonActions(world, this, channel);
    }

    public PersonActions inDirectMessages() {
        return in(directMessages());
    }

    /** The bot's direct messages with this person. */
    public DiscordChannel directMessages() {
        return world.channels().direct(this);
    }

    private PersonActions here() {
        return in(world.channels().ofGuild().getFirst());
    }

    /** Runs a command in the guild's first channel. */
    public SentInteraction slash(String path) {
        return here().slash(path, Map.of());
    }

    public SentInteraction slash(String path, Map<String, ?> options) {
        return here().slash(path, options);
    }

    public SentInteraction autocompletes(String path, String option, String typed) {
        return here().autocompletes(path, option, typed, Map.of());
    }

    public SentInteraction clicks(DiscordMessage message, String label) {
        return in(message.channel()).clicks(message, label);
    }

    /** Clicks below a direct message: the interaction has a user and no member. */
    public SentInteraction clicksInDirectMessage(DiscordMessage message, String label) {
        if (!message.channel().isDirect()) {
            throw new NotOffered("the message is in a channel of the guild");
        }
        return clicks(message, label);
    }

    /** Fills in a modal that was opened for this person, by label, and submits it. */
    public SentInteraction submits(OpenedModal modal, Map<String, ?> valuesByLabel) {
        return in(modal.interaction().channel()).submits(modal, valuesByLabel);
    }

    /** Modals that were opened for this person, the newest last. */
    public List<OpenedModal> modals() {
        return world.interactions().all().stream()
                .filter(interaction -> interaction.person() == this)
                .flatMap(interaction -> interaction.modal().stream())
                .toList();
    }

    boolean isMember() {
        return member;
    }

    boolean hasClosedDirectMessages() {
        return closedDirectMessages;
    }

    public Optional<String> nick() {
        return Optional.ofNullable(nick);
    }

    public Collection<DiscordRole> roles() {
        return List.copyOf(roles);
    }

    String locale() {
        return locale;
    }

    /** What the person may do in the guild. */
    long permissions() {
        long all = Permission.EVERYONE;
        for (DiscordRole role : roles) {
            all |= role.permissions();
        }
        return (all & Permission.ADMINISTRATOR) == 0 ? all : Permission.ALL;
    }

    ObjectNode user() {
        return UserJson.user(id, username, globalName, bot);
    }

    /** Whether a search by the start of a name finds this person. */
    boolean isCalled(String start) {
        String lower = start.toLowerCase(java.util.Locale.ROOT);
        return username.toLowerCase(java.util.Locale.ROOT).startsWith(lower)
                || startsWith(globalName, lower)
                || startsWith(nick, lower);
    }

    private static boolean startsWith(@Nullable String name, String lower) {
        return name != null && name.toLowerCase(java.util.Locale.ROOT).startsWith(lower);
    }
}
