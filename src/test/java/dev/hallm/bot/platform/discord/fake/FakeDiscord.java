package dev.hallm.bot.platform.discord.fake;

import java.time.Clock;
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

    private FakeDiscord(Clock clock) {
        world = new World(clock);
        limits = new RateLimits(clock);
        api = new Api(world, routes(world), faults, limits);
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
        return new FakeDiscord(clock);
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

    /** How many edits a message older than an hour takes before 30046. */
    public void editsOfOldMessages(int edits) {
        world.messages().oldEdits(edits);
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
