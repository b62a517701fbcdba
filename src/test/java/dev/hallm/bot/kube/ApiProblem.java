package dev.hallm.bot.kube;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer other than success, told as Kubernetes' {@code Status}; messages are Kubernetes' own. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> REASONS = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            403, "Forbidden",
            404, "NotFound",
            409, "Conflict",
            422, "Invalid",
            429, "TooManyRequests",
            500, "InternalError",
            503, "ServiceUnavailable",
            504, "Timeout");

    private final int code;
    private final String reason;
    private final transient @Nullable ObjectNode details;

    private ApiProblem(int code, String reason, String message, @Nullable ObjectNode details) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    /** One thing that is wrong with an object. */
    record Cause(String reason, String field, String message) {
        static Cause invalid(String field, String value, String why) {
            return new Cause("FieldValueInvalid", field, "Invalid value: \"" + value + "\": " + why);
        }

        static Cause required(String field, String why) {
            return new Cause("FieldValueRequired", field, why.isEmpty() ? "Required value" : "Required value: " + why);
        }

        private ObjectNode toNode() {
            return Json.object("reason", reason, "message", message, "field", field);
        }
    }

    static ApiProblem notFound(ResourceType type, String name) {
        String message = "%s \"%s\" not found".formatted(type.resource(), name);
        return new ApiProblem(404, "NotFound", message, details(type, name));
    }

    static ApiProblem unknownPath() {
        return new ApiProblem(404, "NotFound", "the server could not find the requested resource", null);
    }

    static ApiProblem alreadyExists(ResourceType type, String name) {
        String message = "%s \"%s\" already exists".formatted(type.resource(), name);
        return new ApiProblem(409, "AlreadyExists", message, details(type, name));
    }

    static ApiProblem conflict(ResourceType type, String name, String why) {
        String message = "Operation cannot be fulfilled on %s \"%s\": %s".formatted(type.resource(), name, why);
        return new ApiProblem(409, "Conflict", message, details(type, name));
    }

    static ApiProblem applyConflict(String message, List<Cause> causes) {
        return new ApiProblem(409, "Conflict", message, withCauses(Json.object(), causes));
    }

    static ApiProblem forbidden(ResourceType type, String name, String why, Cause... causes) {
        String message = "%s \"%s\" is forbidden: %s".formatted(type.resource(), name, why);
        return new ApiProblem(403, "Forbidden", message, withCauses(details(type, name), List.of(causes)));
    }

    static ApiProblem invalid(ResourceType type, String name, List<Cause> causes) {
        var parts = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
        String why = parts.size() == 1 ? parts.getFirst() : "[" + String.join(", ", parts) + "]";
        String message = "%s \"%s\" is invalid: %s".formatted(type.qualifiedKind(), name, why);
        return new ApiProblem(
                422, "Invalid", message, withCauses(details(type, name).put("kind", type.kind()), causes));
    }

    static ApiProblem badRequest(String message) {
        return new ApiProblem(400, "BadRequest", message, null);
    }

    /** A body that does not fit its type. */
    static ApiProblem unreadable(ResourceType type, String why) {
        return badRequest("%s in version \"%s\" cannot be handled as a %s: %s"
                .formatted(type.kind(), type.apiVersion(), type.kind(), why));
    }

    static ApiProblem expired(String message) {
        return new ApiProblem(410, "Expired", message, null);
    }

    static ApiProblem methodNotAllowed() {
        String message = "the server does not allow this method on the requested resource";
        return new ApiProblem(405, "MethodNotAllowed", message, null);
    }

    static ApiProblem unsupportedMediaType(String contentType) {
        String message = "the body of the request was in an unknown format: " + contentType;
        return new ApiProblem(415, "UnsupportedMediaType", message, null);
    }

    /** Any other code, as a test orders it. */
    static ApiProblem of(int code, String message) {
        return new ApiProblem(code, REASONS.getOrDefault(code, "Unknown"), message, null);
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    ObjectNode status() {
        ObjectNode status = Json.object("kind", "Status", "apiVersion", "v1", "metadata", Json.object());
        status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
        if (details != null) {
            status.set("details", details);
        }
        return status.put("code", code);
    }

    private static ObjectNode details(ResourceType type, String name) {
        ObjectNode details = Json.object("name", name);
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        return details.put("kind", type.plural());
    }

    private static ObjectNode withCauses(ObjectNode details, List<Cause> causes) {
        if (!causes.isEmpty()) {
            var list = details.putArray("causes");
            causes.forEach(cause -> list.add(cause.toNode()));
        }
        return details;
    }
}
