package dev.hallm.bot.platform.slack.fake;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.hallm.bot.effect.Effects;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side: /api/METHOD, /response/ID and /upload/v1/ID, with faults on the way. */
final class ApiServer implements ResponseDefinitionTransformerV2, AutoCloseable {
    private static final int HANG_MILLIS = 60_000;

    /** What everybody of a place sees, and goes on seeing. */
    private static final Set<String> SAYS = Set.of("chat.postMessage", "chat.update", "chat.delete");

    private final ApiRouter router;
    private final Tokens tokens;
    private final Faults faults;
    private final RateLimits limits;
    private final ResponseUrls responseUrls;
    private final FileMethods files;
    private final Problems problems;
    private final Effects effects;
    private final WireMockServer server;

    ApiServer(
            ApiRouter router,
            Tokens tokens,
            Faults faults,
            RateLimits limits,
            ResponseUrls responseUrls,
            FileMethods files,
            Problems problems,
            Effects effects) {
        this.effects = effects;
        this.router = router;
        this.tokens = tokens;
        this.faults = faults;
        this.limits = limits;
        this.responseUrls = responseUrls;
        this.files = files;
        this.problems = problems;
        this.server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(64)
                .jettyStopTimeout(50L)
                .disableRequestJournal()
                .extensions(this));
    }

    void listen() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public String getName() {
        return "fake-slack";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = request.getUrl().split("\\?", 2)[0];
        if (path.startsWith("/api/")) {
            return api(path.substring("/api/".length()), request).build();
        }
        if (path.startsWith("/response/")) {
            String id = path.substring("/response/".length());
            return faulty(plain("response_url", request), () -> respond(id, request))
                    .build();
        }
        if (path.startsWith("/upload/v1/")) {
            String id = path.substring("/upload/v1/".length());
            return faulty(plain("upload", request), () -> upload(id, request)).build();
        }
        problems.add("no such page: " + request.getMethod() + " " + path);
        return WireMock.aResponse().withStatus(404).build();
    }

    private static ApiRequest plain(String method, Request request) {
        var body = Json.parse(new String(request.getBody(), StandardCharsets.UTF_8));
        return new ApiRequest(method, body instanceof ObjectNode object ? object : Json.object(), "");
    }

    private ResponseDefinitionBuilder api(String method, Request http) {
        if (!http.getMethod().equals(RequestMethod.POST) && !http.getMethod().equals(RequestMethod.GET)) {
            return WireMock.aResponse().withStatus(405);
        }
        try {
            ApiRequest request = ApiArguments.of(method, http);
            return faulty(request, () -> answer(request));
        } catch (ApiError broken) {
            problems.refused(method, broken);
            return json(200, broken.json().toString());
        }
    }

    private ResponseDefinitionBuilder answer(ApiRequest request) {
        Supplier<ResponseDefinitionBuilder> deed =
                () -> json(200, router.answer(request).toString());
        return SAYS.contains(request.method())
                ? effects.doing(place(request), request.arguments().toString(), deed)
                        .orElseGet(() -> WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE))
                : deed.get();
    }

    private static String place(ApiRequest request) {
        String thread = request.given("thread_ts").isPresent() ? " in a thread" : "";
        return "slack " + request.method() + " " + request.text("channel") + thread;
    }

    private ResponseDefinitionBuilder faulty(ApiRequest request, Supplier<ResponseDefinitionBuilder> answer) {
        Optional<Long> wait = faults.retryAfter(request.method()).or(() -> limits.exceeded(request));
        if (wait.isPresent()) {
            router.record(request, "ratelimited");
            return json(429, "{\"ok\":false,\"error\":\"ratelimited\"}")
                    .withHeader("Retry-After", wait.get().toString());
        }
        Faults.Kind fault = faults.take(request.method()).orElse(null);
        if (fault == null) {
            return answer.get();
        }
        if (fault != Faults.Kind.LOSE_RESPONSE) {
            router.record(request, fault.name());
        }
        return switch (fault) {
            case SERVER_ERROR -> WireMock.aResponse().withStatus(500).withBody("Internal Server Error");
            case HTML ->
                WireMock.aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("<!DOCTYPE html><html><title>Slack</title><p>There has been a glitch</html>");
            case CLOSE -> WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE);
            case HANG -> WireMock.aResponse().withFixedDelay(HANG_MILLIS);
            case LOSE_RESPONSE -> {
                ResponseDefinitionBuilder lost = answer.get();
                yield lost.withFault(Fault.EMPTY_RESPONSE);
            }
        };
    }

    private ResponseDefinitionBuilder json(int status, String body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader("x-oauth-scopes", tokens.provided())
                .withBody(body);
    }

    private ResponseDefinitionBuilder respond(String id, Request request) {
        ApiRequest call = plain("response_url", request);
        try {
            responseUrls.respond(id, Json.parse(new String(request.getBody(), StandardCharsets.UTF_8)));
            router.record(call, "ok");
            return WireMock.aResponse().withBody("ok");
        } catch (ApiError refused) {
            router.record(call, refused.error());
            problems.refused("response_url", refused);
            boolean gone = refused.error().endsWith("_url");
            return json(gone ? 404 : 500, refused.json().toString());
        }
    }

    private ResponseDefinitionBuilder upload(String id, Request request) {
        byte[] bytes = request.isMultipart()
                ? request.getParts().iterator().next().getBody().asBytes()
                : request.getBody();
        router.record(new ApiRequest("upload", Json.object().put("file", id), ""), "ok");
        return files.upload(id, bytes)
                ? WireMock.aResponse().withBody("OK - " + bytes.length)
                : WireMock.aResponse().withStatus(404);
    }
}
