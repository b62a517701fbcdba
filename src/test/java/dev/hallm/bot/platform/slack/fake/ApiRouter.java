package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Takes each call of the Web API to its method, after everything that Slack checks before. */
final class ApiRouter {
    private final Workspace workspace;
    private final Tokens tokens;
    private final Problems problems;
    private final Clock clock;
    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final List<ApiCall> calls = new CopyOnWriteArrayList<>();

    ApiRouter(Workspace workspace, Tokens tokens, Problems problems, Clock clock) {
        this.workspace = workspace;
        this.tokens = tokens;
        this.problems = problems;
        this.clock = clock;
    }

    void add(Map<String, ApiMethod> more) {
        methods.putAll(more);
    }

    List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    void forgetCalls() {
        calls.clear();
    }

    void record(ApiRequest request, String outcome) {
        calls.add(new ApiCall(request.method(), request.arguments(), clock.instant(), outcome));
    }

    /** The answer's JSON; refusals too are HTTP 200. */
    ObjectNode answer(ApiRequest request) {
        synchronized (workspace) {
            try {
                ObjectNode answer = Json.object().put("ok", true);
                answer.setAll(call(request));
                record(request, "ok");
                return answer;
            } catch (ApiError refused) {
                record(request, refused.error());
                problems.refused(request.method(), refused);
                return refused.json();
            }
        }
    }

    private ObjectNode call(ApiRequest request) {
        ApiMethod method = methods.get(request.method());
        if (method == null) {
            ObjectNode more = Json.object().put("req_method", request.method());
            throw new ApiError("unknown_method", more);
        }
        if (!request.method().equals("api.test")) {
            tokens.check(request);
        }
        return method.call(request);
    }
}
