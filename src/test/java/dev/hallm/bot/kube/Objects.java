package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import dev.hallm.bot.kube.WatchStream.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The verbs on collections and on single objects. */
final class Objects {
    private static final ResourceType PATCH_OPTIONS =
            new ResourceType("meta.k8s.io", "v1", "patchoptions", "PatchOptions", false, Set.of());

    private final Api api;

    Objects(Api api) {
        this.api = api;
    }

    Answer collection(Target target, Request request) {
        return switch (request.method()) {
            case "GET" -> listOrWatch(target, request);
            case "POST" -> create(target, request);
            case "DELETE" -> deleteAll(target, request);
            default -> throw ApiProblem.methodNotAllowed();
        };
    }

    Answer single(Target target, Request request) {
        return switch (request.method()) {
            case "GET" ->
                request.flag("watch")
                        ? listOrWatch(target, request)
                        : Answer.json(200, api.reader().get(target.ref()));
            case "PUT" -> Answer.json(200, replace(target, request));
            case "PATCH" -> patch(target, request);
            case "DELETE" -> delete(target, request);
            default -> throw ApiProblem.methodNotAllowed();
        };
    }

    private Answer listOrWatch(Target target, Request request) {
        String name = target.name().isEmpty() ? "" : "metadata.name=" + target.name() + ",";
        var selector = Selector.parse(
                target.type(), request.parameter("labelSelector"), name + request.parameter("fieldSelector"));
        var scope = new Scope(target.type(), target.namespace(), selector);
        if (request.flag("watch")) {
            boolean announce = request.flag("sendInitialEvents");
            var stream = api.reader().watch(scope, request.parameter("resourceVersion"), announce);
            return new Answer.Watching(stream, request.number("timeoutSeconds"));
        }
        return Answer.json(200, api.reader().list(scope, request.number("limit"), request.parameter("continue")));
    }

    private Answer create(Target target, Request request) {
        if (target.type().namespaced() && target.namespace().isEmpty()) {
            throw ApiProblem.methodNotAllowed();
        }
        ObjectNode wanted = request.body().object();
        return Answer.json(201, api.writer().create(target.type(), target.namespace(), wanted, request.options()));
    }

    private ObjectNode replace(Target target, Request request) {
        ObjectNode wanted = request.body().object();
        String name = Meta.name(wanted);
        if (!name.equals(target.name())) {
            throw ApiProblem.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                    .formatted(name, target.name()));
        }
        return api.writer().update(target.ref(), target.subresource(), _ -> wanted, request.options());
    }

    private Answer patch(Target target, Request request) {
        if (request.contentType().equals("application/apply-patch+yaml")) {
            return apply(target, request);
        }
        var change = change(target.type(), request);
        return Answer.json(200, api.writer().update(target.ref(), target.subresource(), change, request.options()));
    }

    /** What a patch does to an object. */
    static UnaryOperator<ObjectNode> change(ResourceType type, Request request) {
        JsonNode patch = request.body().node();
        return switch (request.contentType()) {
            case "application/json-patch+json" -> object -> Patches.json(object, patch);
            case "application/merge-patch+json" -> object -> Patches.merge(object, patch);
            case "application/strategic-merge-patch+json" -> {
                if (!type.builtIn()) {
                    throw ApiProblem.unsupportedMediaType(request.contentType());
                }
                yield object -> StrategicMerge.merge(object, patch);
            }
            default -> throw ApiProblem.unsupportedMediaType(request.contentType());
        };
    }

    private Answer apply(Target target, Request request) {
        if (request.parameter("fieldManager").isEmpty()) {
            var cause = Cause.required("fieldManager", "is required for apply patch");
            throw ApiProblem.invalid(PATCH_OPTIONS, "", List.of(cause));
        }
        ObjectNode wanted = readApplied(target, request);
        if (target.subresource().equals("status")) {
            var merge = (UnaryOperator<ObjectNode>) live -> StrategicMerge.merge(live, wanted);
            return Answer.json(200, api.writer().update(target.ref(), "status", merge, request.options()));
        }
        boolean exists = api.store().find(target.ref()).isPresent();
        ObjectNode applied = api.writer().apply(target.ref(), wanted, request.options());
        return Answer.json(exists ? 200 : 201, applied);
    }

    /** What does not fit its type is, in an apply alone, the server's own error. */
    private static ObjectNode readApplied(Target target, Request request) {
        ObjectNode wanted = request.body().object();
        Meta.of(wanted).put("name", target.name());
        try {
            Canonical.write(target.type(), wanted);
        } catch (ApiProblem unreadable) {
            throw ApiProblem.of(500, "failed to create typed patch object: " + unreadable.text());
        }
        return wanted;
    }

    private Answer delete(Target target, Request request) {
        ObjectNode options = deleteOptions(request);
        ObjectNode before = api.reader().get(target.ref());
        requirePreconditions(target, options.path("preconditions"), before);
        if (request.options().dryRun()) {
            return Answer.json(200, before);
        }
        ObjectNode last = api.writer().delete(target.ref(), grace(request, options));
        return Answer.json(200, api.store().find(target.ref()).isPresent() ? last : success(target, last));
    }

    private Answer deleteAll(Target target, Request request) {
        var selector =
                Selector.parse(target.type(), request.parameter("labelSelector"), request.parameter("fieldSelector"));
        Integer grace = grace(request, deleteOptions(request));
        List<ObjectNode> all = api.store().list(target.type(), target.namespace()).stream()
                .filter(selector::matches)
                .toList();
        all.forEach(object -> api.writer().delete(ObjectRef.of(target.type(), object), grace));
        ObjectNode list = Json.object(
                "kind",
                target.type().kind() + "List",
                "apiVersion",
                target.type().apiVersion());
        list.putArray("items").addAll(all);
        return Answer.json(200, list);
    }

    private static ObjectNode deleteOptions(Request request) {
        boolean readable = !request.body().isEmpty() && !request.body().protobuf();
        return readable ? request.body().object() : Json.object();
    }

    private static @Nullable Integer grace(Request request, ObjectNode options) {
        if (!request.parameter("gracePeriodSeconds").isEmpty()) {
            return request.number("gracePeriodSeconds");
        }
        return options.hasNonNull("gracePeriodSeconds") ? Json.number(options, "gracePeriodSeconds") : null;
    }

    private static void requirePreconditions(Target target, JsonNode preconditions, ObjectNode object) {
        String uid = Json.text(preconditions, "uid");
        String version = Json.text(preconditions, "resourceVersion");
        if (!uid.isEmpty() && !uid.equals(Meta.uid(object))) {
            String why = "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                    .formatted(uid, Meta.uid(object));
            throw ApiProblem.conflict(target.type(), target.name(), why);
        }
        if (!version.isEmpty() && !version.equals(Meta.version(object))) {
            String why = "Precondition failed: ResourceVersion in precondition: %s, ResourceVersion in object meta: %s"
                    .formatted(version, Meta.version(object));
            throw ApiProblem.conflict(target.type(), target.name(), why);
        }
    }

    private static ObjectNode success(Target target, ObjectNode gone) {
        ObjectNode details =
                Json.object("name", target.name(), "group", target.type().group());
        details.put("kind", target.type().plural()).put("uid", Meta.uid(gone));
        return Json.object("kind", "Status", "apiVersion", "v1", "status", "Success", "details", details);
    }
}
