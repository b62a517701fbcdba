package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** {@code scale} of workloads and {@code token} of service accounts. */
final class Subresources {
    private static final int SHORTEST_TOKEN = 600;
    private static final int USUAL_TOKEN = 3600;

    private final Api api;
    private final SecureRandom random = new SecureRandom();

    Subresources(Api api) {
        this.api = api;
    }

    Answer scale(Target target, Request request) {
        return switch (request.method()) {
            case "GET" -> Answer.json(200, toScale(api.reader().get(target.ref())));
            case "PUT" ->
                Answer.json(200, rescale(target, request, request.body().object()));
            case "PATCH" -> {
                ObjectNode scale = toScale(api.reader().get(target.ref()));
                yield Answer.json(
                        200,
                        rescale(
                                target,
                                request,
                                Objects.change(target.type(), request).apply(scale)));
            }
            default -> throw ApiProblem.methodNotAllowed();
        };
    }

    /** Nobody owns the replicas of a workload that was scaled to zero: a later apply overwrites them in silence. */
    private ObjectNode rescale(Target target, Request request, ObjectNode scale) {
        int replicas = Json.number(scale, "spec", "replicas");
        ObjectNode scaled = api.writer()
                .update(
                        target.ref(),
                        "",
                        workload -> {
                            Json.child(workload, "spec").put("replicas", replicas);
                            return workload;
                        },
                        request.options());
        if (replicas == 0 && !request.options().dryRun()) {
            api.writer().owners().disown(scaled, FieldPath.of("spec", "replicas"));
        }
        return toScale(scaled);
    }

    private static ObjectNode toScale(ObjectNode workload) {
        ObjectNode scale = Json.object("kind", "Scale", "apiVersion", "autoscaling/v1");
        ObjectNode meta = scale.putObject("metadata");
        List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")
                .forEach(field -> meta.set(field, workload.path("metadata").path(field)));
        scale.putObject("spec").put("replicas", Json.number(workload, "spec", "replicas"));
        ObjectNode status = scale.putObject("status").put("replicas", Json.number(workload, "status", "replicas"));
        String selector = Json.texts(Json.at(workload, "spec", "selector", "matchLabels")).entrySet().stream()
                .map(Object::toString)
                .collect(Collectors.joining(","));
        status.put("selector", selector);
        return scale;
    }

    Answer token(Target target, Request request) {
        if (!request.method().equals("POST")) {
            throw ApiProblem.methodNotAllowed();
        }
        ObjectNode answer = request.body().object();
        api.reader().get(target.ref());
        int seconds = Json.at(answer, "spec", "expirationSeconds").asInt(USUAL_TOKEN);
        if (seconds < SHORTEST_TOKEN) {
            var cause = Cause.invalid(
                    "spec.expirationSeconds",
                    Integer.toString(seconds),
                    "may not specify a duration less than 10 minutes");
            throw ApiProblem.invalid(tokenRequest(), "", List.of(cause));
        }
        Json.child(answer, "spec").put("expirationSeconds", seconds);
        String expires = api.clock()
                .instant()
                .plusSeconds(seconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        answer.set("status", Json.object("token", newToken(), "expirationTimestamp", expires));
        return Answer.json(201, answer);
    }

    private static ResourceType tokenRequest() {
        return new ResourceType("authentication.k8s.io", "v1", "tokenrequests", "TokenRequest", true, Set.of());
    }

    private String newToken() {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        return "in-memory." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
