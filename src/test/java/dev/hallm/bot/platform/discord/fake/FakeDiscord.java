package dev.hallm.bot.platform.discord.fake;

import dev.hallm.bot.effect.Effects;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Discord for tests, on loopback: one app, one guild. It answers as Discord documents, refuses what Discord refuses and
 * keeps every mistake of the bot in {@link #problems}. Without the OpenAPI description beside the project the contract
 * check is left out.
 */
public final class FakeDiscord implements AutoCloseable {
    private final World world;
    private final RestFaults faults = new RestFaults();
    private final RateLimits limits;
    private final Api api;
    private final RestFront front;

    private FakeDiscord(Clock clock, Effects effects) {
        world = new World(clock);
        limits = new RateLimits(clock);
        api = new Api(world, routes(world), faults, limits, effects);
        world.gateway().start();
        front = new RestFront(api::answer);
        world.address(front.address().toString());
    }

    /** With the real time. */
    public static FakeDiscord start() {
        return start(Clock.systemUTC());
    }

    /** The clock decides about late answers, expired tokens, nonces and old messages. */
    public static FakeDiscord start(Clock clock) {
        return start(clock, new Effects());
    }

    /** One that tells of every message that the bot writes, edits or deletes, and lets a test freeze that. */
    public static FakeDiscord start(Clock clock, Effects effects) {
        return new FakeDiscord(clock, effects);
    }

    private static List<Route> routes(World world) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AppRoutes(world).all());
        routes.addAll(new GuildRoutes(world).all());
        routes.addAll(new MessageRoutes(world).all());
        routes.addAll(new CommandRoutes(world).all());
        routes.addAll(new CallbackRoutes(world).all());
        routes.addAll(new WebhookRoutes(world).all());
        return routes;
    }

    /** Ends with a slash, as JDA wants it. */
    public String apiUrl() {
        return front.address() + "/api/v10/";
    }

    public String gatewayUrl() {
        return world.gateway().url();
    }

    public String token() {
        return world.app().token();
    }

    public FakeApp app() {
        return world.app();
    }

    public FakeGuild guild() {
        return world.guild();
    }

    public FakeGateway gateway() {
        return world.gateway();
    }

    public FakeCommands commands() {
        return world.commands();
    }

    public RestFaults faults() {
        return faults;
    }

    public RateLimits rateLimits() {
        return limits;
    }

    /** A new text channel of the guild. */
    public DiscordChannel channel(String name) {
        return world.channels().add(name);
    }

    /** A new member of the guild. */
    public DiscordPerson person(String username, DiscordRole... roles) {
        return world.guild().member(username, roles);
    }

    /** All messages that were ever written, oldest first. */
    public List<DiscordMessage> messages() {
        return world.messages().all();
    }

    /** The messages of a channel that are there now, private ones too. */
    public List<DiscordMessage> messages(DiscordChannel channel) {
        return world.messages().in(channel);
    }

    /** What a person sees in a channel now. */
    public List<DiscordMessage> messages(DiscordChannel channel, DiscordPerson reader) {
        return messages(channel).stream()
                .filter(message -> message.isVisibleTo(reader))
                .toList();
    }

    /** How many edits messages older than an hour take in a channel and window before 30046; really 3 in 6 seconds. */
    public void editsOfOldMessages(int edits, Duration window) {
        world.messages().oldEdits().limit(edits, window);
    }

    List<Route> routes() {
        return api.routes();
    }

    public List<SentInteraction> interactions() {
        return world.interactions().all();
    }

    public Optional<SentInteraction> lastInteraction() {
        return interactions().isEmpty()
                ? Optional.empty()
                : Optional.of(interactions().getLast());
    }

    public List<RecordedRequest> requests() {
        return api.requests();
    }

    /** Requests to a route such as {@code POST /channels/{channel_id}/messages}. */
    public List<RecordedRequest> requests(String methodAndRoute) {
        return requests().stream().filter(request -> request.is(methodAndRoute)).toList();
    }

    /** Everything that Discord would not have taken, in words. */
    public List<String> problems() {
        return world.problems().all();
    }

    /** Forgets the problems that a test caused on purpose. */
    public void forgetProblems() {
        world.problems().clear();
    }

    @Override
    public void close() {
        world.gateway().close();
        front.close();
    }
}
