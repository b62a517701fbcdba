package dev.hallm.bot.platform.slack.fake;

import dev.hallm.bot.effect.Effects;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * A Slack that runs in the test: a workspace, the Web API, and the ways to deliver to a bot. Tests set up {@link
 * #workspace()}, let a {@link SlackPerson} act, look at the workspace again and assert that {@link #problems()} is
 * empty.
 */
public final class FakeSlack implements AutoCloseable {
    private static final String SIGNING_SECRET = "fake-signing-secret";

    private final Clock clock;
    private final Workspace workspace;
    private final Problems problems = new Problems();
    private final Tokens tokens = new Tokens();
    private final Triggers triggers;
    private final Faults faults;
    private final RateLimits limits;
    private final ResponseUrls responseUrls;
    private final ApiRouter router;
    private final ApiServer server;
    private final SocketServer sockets;
    private final Deliveries deliveries;

    private FakeSlack(Clock clock, Effects effects) {
        this.clock = clock;
        this.workspace = new Workspace(clock);
        this.triggers = new Triggers(clock);
        this.faults = new Faults(clock);
        this.limits = new RateLimits(clock);
        var rules = new MessageRules(problems);
        var destinations = new Destinations(workspace, tokens);
        this.responseUrls = new ResponseUrls(workspace, rules, problems, clock, this::baseUrl);
        this.router = new ApiRouter(workspace, tokens, problems, clock);
        var files = new FileMethods(workspace, destinations, problems, this::baseUrl);
        this.sockets = new SocketServer(workspace.appId(), problems);
        router.add(new ChatMethods(workspace, destinations, rules).methods());
        router.add(new ConversationMethods(workspace, destinations, tokens).methods());
        router.add(new PeopleMethods(workspace).methods());
        router.add(new ViewMethods(workspace, triggers).methods());
        router.add(files.methods());
        router.add(sockets.methods());
        this.server = new ApiServer(router, tokens, faults, limits, responseUrls, files, problems, effects);
        this.deliveries = new Deliveries(workspace, triggers, responseUrls, problems);
    }

    /** Starts one that lives by the system's clock. */
    public static FakeSlack start() {
        return start(Clock.systemUTC());
    }

    /** Starts one whose time a test moves. */
    public static FakeSlack start(Clock clock) {
        return start(clock, new Effects());
    }

    /** Starts one that tells of every message that the bot writes, edits or deletes, and lets a test freeze that. */
    public static FakeSlack start(Clock clock, Effects effects) {
        var slack = new FakeSlack(clock, effects);
        slack.server.listen();
        slack.sockets.listen();
        return slack;
    }

    private String baseUrl() {
        return server.url();
    }

    /** What SLACK_API_URL is set to. */
    public String apiUrl() {
        return baseUrl() + "/api/";
    }

    public String botToken() {
        return Tokens.BOT;
    }

    public String appToken() {
        return Tokens.APP;
    }

    public String signingSecret() {
        return SIGNING_SECRET;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Faults faults() {
        return faults;
    }

    public Triggers triggers() {
        return triggers;
    }

    /** The scopes that the bot's token has from now on. */
    public void grantScopes(String... scopes) {
        tokens.grant(Set.of(scopes));
    }

    /** Each call with a known token fails so from now on, as with token_revoked; empty ends it. */
    public void failEveryCallWith(String error) {
        tokens.failWith(error);
    }

    /** Whether Slack's own limits hold: chat.update 50 a minute, posting about one a second a channel, and so on. */
    public void enforceRateLimits(boolean enforced) {
        limits.enforce(enforced);
    }

    /** Every call that the bot made, response_url and upload included, in order. */
    public List<ApiCall> calls() {
        return router.calls();
    }

    public List<ApiCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Every violation of Slack's rules so far; what a workspace's state explains, as not_in_channel, is none. */
    public List<String> problems() {
        return problems.all();
    }

    /** Forgets problems and calls, for a test that provoked them. */
    public void forget() {
        problems.forget();
        router.forgetCalls();
    }

    /** Deliveries by signed HTTP to the bot's {@code /slack/events}. */
    public HttpTransport http(URI events) {
        return new HttpTransport(new SlackHttp(events, SIGNING_SECRET, clock));
    }

    /** Deliveries over the bot's Socket Mode connections. */
    public SocketTransport socket() {
        return new SocketTransport(sockets);
    }

    /** Somebody of the workspace, who acts through one of the transports. */
    public SlackPerson person(String userId, SlackTransport transport) {
        SlackUser user = workspace
                .user(userId)
                .orElseThrow(() -> new IllegalArgumentException("nobody is " + userId + ": add them to the workspace"));
        return new SlackPerson(user.id(), workspace, transport, deliveries);
    }

    /** The payloads of deliveries, for tests that send odd ones. */
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        sockets.close();
        server.close();
    }
}
