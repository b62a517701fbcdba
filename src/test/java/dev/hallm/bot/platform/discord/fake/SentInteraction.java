package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An interaction that a person sent, and what became of it. */
public final class SentInteraction {
    static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);
    static final Duration TOKEN = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DiscordPerson person;
    private final DiscordChannel channel;
    private final Instant sentAt;
    private final long sentNanos = System.nanoTime();
    private final ObjectNode payload;
    private final @Nullable DiscordMessage source;
    private final List<DiscordMessage> followups = new ArrayList<>();
    private @Nullable ResponseType response;
    private Duration latency = Duration.ZERO;
    private boolean ephemeral;
    private @Nullable DiscordMessage original;
    private @Nullable OpenedModal modal;
    private List<Choice> choices = List.of();

    SentInteraction(
            DiscordPerson person,
            DiscordChannel channel,
            Instant sentAt,
            ObjectNode payload,
            @Nullable DiscordMessage source) {
        this.person = person;
        this.channel = channel;
        this.sentAt = sentAt;
        this.payload = payload;
        this.source = source;
    }

    public String id() {
        return Json.text(payload, "id");
    }

    String token() {
        return Json.text(payload, "token");
    }

    public int type() {
        return payload.path("type").asInt(0);
    }

    boolean isCommand() {
        return type() == 2;
    }

    public DiscordPerson person() {
        return person;
    }

    public DiscordChannel channel() {
        return channel;
    }

    /** The message it was started from: by its button, or by a modal that its button opened. */
    public Optional<DiscordMessage> source() {
        return Optional.ofNullable(source);
    }

    ObjectNode payload() {
        return Json.copy(payload);
    }

    JsonNode owners() {
        return payload.path("authorizing_integration_owners").deepCopy();
    }

    boolean isTooLateToAnswer(Instant now) {
        return sentAt.plus(FIRST_RESPONSE).isBefore(now);
    }

    boolean isExpired(Instant now) {
        return sentAt.plus(TOKEN).isBefore(now);
    }

    /** The first response, once there is one. */
    public synchronized Optional<ResponseType> response() {
        return Optional.ofNullable(response);
    }

    /** Real time from sending it to its first response. */
    public synchronized Duration latency() {
        return latency;
    }

    /** Whether the first response chose a private answer. */
    public synchronized boolean isEphemeral() {
        return ephemeral;
    }

    /** The message that {@code @original} means now. */
    public synchronized Optional<DiscordMessage> original() {
        return Optional.ofNullable(original);
    }

    public synchronized List<DiscordMessage> followups() {
        return List.copyOf(followups);
    }

    public synchronized Optional<OpenedModal> modal() {
        return Optional.ofNullable(modal);
    }

    public synchronized List<Choice> choices() {
        return choices;
    }

    synchronized void respond(ResponseType type, boolean isPrivate) {
        response = type;
        ephemeral = isPrivate;
        latency = Duration.ofNanos(System.nanoTime() - sentNanos);
    }

    synchronized void original(DiscordMessage message) {
        original = message;
    }

    synchronized void opens(OpenedModal opened) {
        modal = opened;
    }

    synchronized void suggests(List<Choice> suggested) {
        choices = List.copyOf(suggested);
    }

    synchronized void followedUp(DiscordMessage message) {
        followups.add(message);
    }

    public ResponseType awaitResponse() {
        return await("a first response", this::response);
    }

    /** Waits until the answer is no longer "thinking". */
    public DiscordMessage awaitAnswer() {
        return await("an answer", () -> original().filter(message -> !message.isLoading()));
    }

    public OpenedModal awaitModal() {
        return await("a modal", this::modal);
    }

    public List<Choice> awaitChoices() {
        return await("suggestions", () -> response().map(type -> choices()));
    }

    public DiscordMessage awaitFollowup() {
        return await("a followup", () -> followups().stream().findFirst());
    }

    private <T> T await(String what, Supplier<Optional<T>> look) {
        return Awaitility.await(what + " to " + this)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .until(look::get, Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "interaction " + id() + " of type " + type() + " by " + person.username();
    }
}
