package dev.hallm.bot.platform.discord.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as it looks now. */
public final class DiscordMessage {
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;

    private final DiscordChannel channel;
    private final Instant createdAt;
    private final @Nullable SentInteraction interaction;
    private final Map<String, DiscordFile> files = new LinkedHashMap<>();
    private ObjectNode json;
    private Set<String> pings = Set.of();
    private int edits;
    private boolean deleted;

    DiscordMessage(DiscordChannel channel, Instant createdAt, ObjectNode json, @Nullable SentInteraction interaction) {
        this.channel = channel;
        this.createdAt = createdAt;
        this.json = json;
        this.interaction = interaction;
    }

    public synchronized String id() {
        return Json.text(json, "id");
    }

    public DiscordChannel channel() {
        return channel;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The interaction it answers, if it does. */
    public Optional<SentInteraction> interaction() {
        return Optional.ofNullable(interaction);
    }

    public synchronized String content() {
        return Json.text(json, "content");
    }

    public synchronized List<JsonNode> embeds() {
        return Json.items(json, "embeds").toList();
    }

    public synchronized JsonNode components() {
        return json.path("components");
    }

    public synchronized int flags() {
        return json.path("flags").asInt(0);
    }

    public boolean isEphemeral() {
        return (flags() & EPHEMERAL) != 0;
    }

    /** Shows "thinking": deferred and not answered yet. */
    public boolean isLoading() {
        return (flags() & LOADING) != 0;
    }

    public boolean isComponentsV2() {
        return (flags() & COMPONENTS_V2) != 0;
    }

    public synchronized boolean isDeleted() {
        return deleted;
    }

    public synchronized int edits() {
        return edits;
    }

    public synchronized Optional<String> nonce() {
        return Optional.of(Json.text(json, "nonce")).filter(nonce -> !nonce.isEmpty());
    }

    /** Mentions that notify somebody: {@code everyone}, {@code user:ID}, {@code role:ID}. */
    public synchronized Set<String> pings() {
        return pings;
    }

    /** The attached files by name. */
    public synchronized Map<String, DiscordFile> files() {
        Map<String, DiscordFile> byName = new LinkedHashMap<>();
        files.values().forEach(file -> byName.put(file.name(), file));
        return byName;
    }

    synchronized Map<String, DiscordFile> filesById() {
        return new LinkedHashMap<>(files);
    }

    /** Everything a person reads in it: content, embeds, text components, one piece a line. */
    public String text() {
        return MessageText.of(json());
    }

    public List<MessageButton> buttons() {
        return Components.ofType(components(), Components.BUTTON)
                .map(MessageButton::of)
                .toList();
    }

    /** The button with that label. */
    public MessageButton button(String label) {
        return buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new NotOffered("no button '" + label + "' among " + labels()));
    }

    private List<String> labels() {
        return buttons().stream().map(MessageButton::label).toList();
    }

    boolean isBy(String userId) {
        return userId.equals(json().path("author").path("id").asString(""));
    }

    boolean isVisibleTo(DiscordPerson person) {
        return !isEphemeral() || (interaction != null && interaction.person() == person);
    }

    /** Discord's JSON of it. */
    public synchronized ObjectNode json() {
        return Json.copy(json);
    }

    synchronized void write(ObjectNode newJson, Map<String, DiscordFile> newFiles, Set<String> newPings) {
        json = newJson;
        files.clear();
        files.putAll(newFiles);
        pings = Set.copyOf(newPings);
    }

    synchronized void countEdit() {
        edits++;
    }

    synchronized void delete() {
        deleted = true;
    }

    @Override
    public String toString() {
        return (isEphemeral() ? "(private) " : "") + (isLoading() ? "(thinking) " : "") + text();
    }
}
