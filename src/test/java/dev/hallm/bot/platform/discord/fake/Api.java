package dev.hallm.bot.platform.discord.fake;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import dev.hallm.bot.effect.Effects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Takes a request through what every request meets: route, token, trouble, limits, contract, handler. */
final class Api {
    private static final Pattern SNOWFLAKE = Pattern.compile("0|[1-9][0-9]*");

    /** What everybody of a channel sees, and goes on seeing. */
    private static final Pattern SAYS = Pattern.compile("(POST|PATCH|DELETE) /channels/\\{channel_id}/messages.*");

    private final World world;
    private final List<Route> routes;
    private final RestFaults faults;
    private final RateLimits limits;
    private final Effects effects;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    Api(World world, List<Route> routes, RestFaults faults, RateLimits limits, Effects effects) {
        this.world = world;
        this.routes = List.copyOf(routes);
        this.faults = faults;
        this.limits = limits;
        this.effects = effects;
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    List<Route> routes() {
        return routes;
    }

    RestAnswer answer(Request raw) {
        String method = raw.getMethod().getName();
        RestRequest request =
                new RestRequest(method, raw.getUrl(), Map.of(), Map.of(), MissingNode.getInstance(), List.of());
        try {
            request = RequestReader.read(raw);
            Call call = route(request);
            return answer(call);
        } catch (Refusal refusal) {
            return refused(refusal, request, "?");
        }
    }

    private Call route(RestRequest request) {
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(request.path());
            if (variables.isPresent() && route.method().equals(request.method())) {
                return new Call(request, route, variables.get());
            }
            known = known || variables.isPresent();
        }
        throw new Refusal(known ? DiscordError.METHOD_NOT_ALLOWED : DiscordError.NOT_FOUND);
    }

    private RestAnswer answer(Call call) {
        try {
            Optional<RestAnswer> trouble = faults.before(call).or(() -> limits.refuse(call));
            return trouble.map(answer -> recorded(call, answer)).orElseGet(() -> handled(call));
        } catch (Refusal refusal) {
            return refused(refusal, call.request(), call.route().template()).with(limits.headers(call));
        }
    }

    private RestAnswer handled(Call call) {
        authorize(call);
        ids(call);
        contract(call);
        Optional<RestAnswer> answer = SAYS.matcher(call.route().toString()).matches()
                ? effects.doing(place(call), call.body().toString(), () -> done(call))
                : Optional.of(done(call));
        return answer.filter(_ -> !faults.losesAnswer(call))
                .orElseGet(() -> RestAnswer.broken(Fault.CONNECTION_RESET_BY_PEER));
    }

    private RestAnswer done(Call call) {
        RestAnswer answer = world.locked(() -> call.route().handler().apply(call));
        return recorded(call, answer.with(limits.headers(call)));
    }

    private String place(Call call) {
        DiscordChannel channel = world.channels().visible(call.variable("channel_id"));
        String name = channel.recipient().map(person -> "@" + person.username()).orElseGet(channel::name);
        String reply = call.body().has("message_reference") ? " as a reply" : "";
        return "discord " + call.route().method() + " " + name + reply;
    }

    private void authorize(Call call) {
        String agent = call.request().header("User-Agent");
        if (!agent.startsWith("DiscordBot (")) {
            throw new Refusal(DiscordError.NO_USER_AGENT);
        }
        String given = call.request().header("Authorization");
        if (call.route().needsToken() && !given.equals("Bot " + world.app().token())) {
            throw new Refusal(DiscordError.UNAUTHORIZED);
        }
    }

    private static void ids(Call call) {
        FormErrors errors = new FormErrors();
        call.variables().forEach((name, value) -> {
            if (name.endsWith("_id") && !SNOWFLAKE.matcher(value).matches()) {
                errors.add(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.");
            }
        });
        errors.refuseIfAny();
    }

    private static void contract(Call call) {
        JsonNode body = call.body();
        Optional<Contract> contract = Contract.shared();
        if (contract.isEmpty() || body.isMissingNode()) {
            return;
        }
        FormErrors errors = new FormErrors();
        contract.get().complaints(call.route(), body).forEach(text -> errors.add("", "CONTRACT", text));
        errors.refuseIfAny();
    }

    private RestAnswer refused(Refusal refusal, RestRequest request, String route) {
        if (refusal.error().isMistakeOfTheBot()) {
            String target = route.equals("?") ? request.path() : route;
            world.problems().add(request.method() + " " + target + ": " + refusal.getMessage());
        }
        RestAnswer answer = refusal.answer();
        record(request, route, answer);
        return answer;
    }

    private RestAnswer recorded(Call call, RestAnswer answer) {
        record(call.request(), call.route().template(), answer);
        return answer;
    }

    private void record(RestRequest request, String route, RestAnswer answer) {
        requests.add(new RecordedRequest(
                world.clock().instant(),
                request.method(),
                request.path(),
                route,
                request.body(),
                request.files().size(),
                answer.status(),
                answer.code()));
    }
}
