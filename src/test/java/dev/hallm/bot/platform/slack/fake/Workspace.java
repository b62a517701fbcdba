package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who and what is in the workspace; a test sets it up here and looks here at what people see. */
public final class Workspace {
    private static final String TEAM = "T0HALLM01";
    private static final String BOT_USER = "U0HALLM01";

    private final Stamps stamps;
    private final Map<String, SlackUser> people = new ConcurrentSkipListMap<>();
    private final Map<String, SlackChannel> channels = new ConcurrentSkipListMap<>();
    private final Map<String, SlackUsergroup> usergroups = new ConcurrentSkipListMap<>();
    private final Map<String, SlackFile> files = new ConcurrentSkipListMap<>();
    private final Messages messages = new Messages();
    private final Views views = new Views(this);
    private volatile String usergroupError = "";

    Workspace(Clock clock) {
        this.stamps = new Stamps(clock);
        people.put(BOT_USER, user(BOT_USER, "hallm").as(SlackUser.Kind.BOT));
    }

    public String teamId() {
        return TEAM;
    }

    public String domain() {
        return "hallm-lab";
    }

    public String appId() {
        return "A0HALLM01";
    }

    public String botId() {
        return "B0HALLM01";
    }

    public String botUserId() {
        return BOT_USER;
    }

    // People

    private static SlackUser user(String id, String name) {
        String handle = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        return new SlackUser(id, TEAM, handle, name, SlackUser.Kind.MEMBER, false, SlackUser.OPEN);
    }

    /** Adds a full member. */
    public SlackUser member(String id, String displayName) {
        return put(user(id, displayName));
    }

    /** Adds somebody who is no full member. */
    public SlackUser person(String id, String displayName, SlackUser.Kind kind) {
        return put(user(id, displayName).as(kind));
    }

    /** Adds somebody of another workspace, met in a shared channel. */
    public SlackUser stranger(String id, String displayName, String teamId) {
        return put(user(id, displayName).as(SlackUser.Kind.STRANGER).of(teamId));
    }

    public void deactivate(String id) {
        change(id, SlackUser::deactivated);
    }

    /** From now on a direct message to this person fails with Slack's error, such as messages_tab_disabled. */
    public void closeDirectMessages(String id, String error) {
        change(id, person -> person.refusing(error));
    }

    public void openDirectMessages(String id) {
        change(id, person -> person.refusing(SlackUser.OPEN));
    }

    private void change(String id, UnaryOperator<SlackUser> change) {
        people.computeIfPresent(id, (key, person) -> change.apply(person));
    }

    private SlackUser put(SlackUser person) {
        people.put(person.id(), person);
        return person;
    }

    public Optional<SlackUser> user(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public List<SlackUser> users() {
        return List.copyOf(people.values());
    }

    // Channels

    /** Adds a public channel with the bot in it; gives its id. */
    public String channel(String id, String name) {
        channels.put(id, new SlackChannel(id, name, false, true, false, ""));
        return id;
    }

    /** Adds a private channel with the bot in it; gives its id. */
    public String privateChannel(String id, String name) {
        channels.put(id, new SlackChannel(id, name, true, true, false, ""));
        return id;
    }

    public void botLeaves(String channel) {
        channels.computeIfPresent(channel, (id, before) -> before.withBot(false));
    }

    public void botJoins(String channel) {
        channels.computeIfPresent(channel, (id, before) -> before.withBot(true));
    }

    public void archive(String channel) {
        channels.computeIfPresent(channel, (id, before) -> before.closed());
    }

    /** A channel by id, or by name with or without #. */
    public Optional<SlackChannel> find(String idOrName) {
        String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
        return Optional.ofNullable(channels.get(idOrName))
                .or(() -> channels.values().stream()
                        .filter(channel -> !channel.isDirect() && channel.name().equals(name))
                        .findFirst());
    }

    public List<SlackChannel> channels() {
        return List.copyOf(channels.values());
    }

    /** The direct message with this person, opened when there is none yet. */
    public SlackChannel directChannel(String user) {
        return channels.values().stream()
                .filter(channel -> channel.user().equals(user))
                .findFirst()
                .orElseGet(() -> opened("D" + user.substring(1), user));
    }

    private SlackChannel opened(String id, String user) {
        return channels.computeIfAbsent(id, key -> new SlackChannel(key, "", true, true, false, user));
    }

    // User groups

    public void usergroup(String id, String handle, String name, String... users) {
        usergroups.put(id, new SlackUsergroup(id, handle, name, true, List.of(users)));
    }

    public List<SlackUsergroup> usergroups() {
        return List.copyOf(usergroups.values());
    }

    /** A free workspace answers everything about user groups with {@code plan_upgrade_required}. */
    public void freePlan() {
        usergroupError = "plan_upgrade_required";
    }

    public void usergroupsFailWith(String error) {
        usergroupError = error;
    }

    String usergroupError() {
        return usergroupError;
    }

    // What people see

    /** The messages of a channel (id or name), the oldest first, threads included, ephemeral ones not. */
    public List<SlackMessage> messages(String channel) {
        String id = find(channel).map(SlackChannel::id).orElse(channel);
        return messages.where(message -> message.channel().equals(id) && !message.isEphemeral());
    }

    /** All messages, the oldest first, ephemeral ones not. */
    public List<SlackMessage> messages() {
        return messages.where(message -> !message.isEphemeral());
    }

    /** The direct messages with a person. */
    public List<SlackMessage> directMessages(String user) {
        return messages(directChannel(user).id());
    }

    /** A message as it looks now. */
    public Optional<SlackMessage> message(String channel, String ts) {
        return messages.find(channel, ts);
    }

    /** The ephemeral messages that a person sees. */
    public List<SlackMessage> ephemeral(String user) {
        return messages.where(message -> user.equals(message.seenBy()));
    }

    public Optional<SlackView> home(String user) {
        return views.home(user);
    }

    /** The modals that a person has open, the topmost last. */
    public List<SlackView> modals(String user) {
        return views.modals(user);
    }

    /** The files shared into a channel (id or name). */
    public List<SlackFile> files(String channel) {
        String id = find(channel).map(SlackChannel::id).orElse(channel);
        return files.values().stream().filter(file -> id.equals(file.channel())).toList();
    }

    // For the fake itself

    Stamps stamps() {
        return stamps;
    }

    Messages log() {
        return messages;
    }

    Views views() {
        return views;
    }

    Map<String, SlackFile> uploads() {
        return files;
    }

    /** Blocks as Slack keeps them: each has a block_id, each interactive element an action_id. */
    ArrayNode stored(JsonNode blocks) {
        ArrayNode kept = Json.array();
        for (JsonNode block : blocks) {
            ObjectNode copy = (ObjectNode) block.deepCopy();
            if (!copy.has("block_id")) {
                copy.put("block_id", stamps.id("b"));
            }
            SlackButton.elements(copy).forEach(this::identified);
            kept.add(copy);
        }
        return kept;
    }

    private void identified(JsonNode element) {
        if (element instanceof ObjectNode object
                && !object.has("action_id")
                && (ElementRules.inActions(Json.text(object, "type"))
                        || ElementRules.inInput(Json.text(object, "type")))) {
            object.put("action_id", stamps.id("a"));
        }
    }
}
