package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import dev.hallm.bot.kube.Tokens.Bearer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code scale} of workloads and {@code token} of service accounts. */
final class Subresources {
    private static final int SHORTEST_TOKEN = 600;
    private static final int USUAL_TOKEN = 3600;

    private final Api api;

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
        Bearer account = Bearer.of(target.ref(), api.reader().get(target.ref()));
        int seconds = Json.at(answer, "spec", "expirationSeconds").asInt(USUAL_TOKEN);
        if (seconds < SHORTEST_TOKEN) {
            var cause = Cause.invalid(
                    "spec.expirationSeconds",
                    Integer.toString(seconds),
                    "may not specify a duration less than 10 minutes");
            throw ApiProblem.invalid(tokenRequest(), "", List.of(cause));
        }
        List<Bearer> bearers = Stream.concat(
                        Stream.of(account), bond(target, Json.at(answer, "spec", "boundObjectRef")).stream())
                .toList();
        Json.child(answer, "spec").put("expirationSeconds", seconds);
        String expires = api.clock()
                .instant()
                .plusSeconds(seconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        answer.set(
                "status",
                Json.object(
                        "token", api.tokens().mint(bearers, Instant.parse(expires)), "expirationTimestamp", expires));
        return Answer.json(201, answer);
    }

    private static ResourceType tokenRequest() {
        return new ResourceType("authentication.k8s.io", "v1", "tokenrequests", "TokenRequest", true, Set.of());
    }

    /** What the token is to end with; only Secrets here, where Kubernetes knows Pods and Nodes too. */
    private Optional<Bearer> bond(Target target, JsonNode reference) {
        if (reference.isMissingNode() || reference.isNull()) {
            return Optional.empty();
        }
        if (!Json.text(reference, "kind").equals("Secret")) {
            throw ApiProblem.badRequest("cannot bind token to object of type " + Json.text(reference, "kind"));
        }
        var ref = new ObjectRef(ResourceTypes.SECRETS, target.namespace(), Json.text(reference, "name"));
        ObjectNode secret = api.reader().get(ref);
        String uid = Json.text(reference, "uid");
        if (!uid.isEmpty() && !uid.equals(Json.text(secret, "metadata", "uid"))) {
            throw ApiProblem.conflict(
                    ResourceTypes.SECRETS, ref.name(), "the UID in the bound object reference does not match");
        }
        return Optional.of(Bearer.of(ref, secret));
    }
}
