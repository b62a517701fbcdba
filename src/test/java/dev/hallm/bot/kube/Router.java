package dev.hallm.bot.kube;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** From a request to what answers it. */
final class Router {
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/livez");
    private static final String ACCESS_REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String SELF_REVIEW = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final Api api;
    private final Discovery discovery;
    private final Objects objects;
    private final Subresources subresources;

    Router(Api api) {
        this.api = api;
        this.discovery = new Discovery(api.types());
        this.objects = new Objects(api);
        this.subresources = new Subresources(api);
    }

    Answer answer(Request request) {
        if (PROBES.contains(request.path())) {
            return Answer.text("ok");
        }
        api.tokens().check(request.authorization());
        if (request.path().equals("/openapi/v2")) {
            return new Answer.Whole(200, "application/octet-stream", "");
        }
        if (request.path().equals(ACCESS_REVIEW) && request.method().equals("POST")) {
            return Answer.json(201, allowed(request.body().object()));
        }
        if (request.path().equals(SELF_REVIEW) && request.method().equals("POST")) {
            return Answer.json(201, whoAmI(request.body().object()));
        }
        Optional<ObjectNode> description =
                request.method().equals("GET") ? discovery.find(request.path()) : Optional.empty();
        return description.map(body -> Answer.json(200, body)).orElseGet(() -> aboutObjects(request));
    }

    private Answer aboutObjects(Request request) {
        Target target = Target.parse(api.types(), request.segments()).orElseThrow(ApiProblem::unknownPath);
        if (target.name().isEmpty()) {
            return objects.collection(target, request);
        }
        return switch (target.subresource()) {
            case "", "status" -> objects.single(target, request);
            case "scale" -> subresources.scale(target, request);
            case "token" -> subresources.token(target, request);
            default -> throw ApiProblem.unknownPath();
        };
    }

    /** Whatever the token: everybody is the one administrator. */
    private static ObjectNode whoAmI(ObjectNode review) {
        ObjectNode user = Json.object("username", "in-memory-admin", "groups", List.of("system:masters"));
        return review.set("status", Json.object("userInfo", user));
    }

    private static ObjectNode allowed(ObjectNode review) {
        return review.set("status", Json.object("allowed", true));
    }
}
