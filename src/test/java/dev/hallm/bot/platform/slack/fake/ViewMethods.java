package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** views.*: modals and the app's home. */
final class ViewMethods {
    private final Workspace workspace;
    private final Triggers triggers;

    ViewMethods(Workspace workspace, Triggers triggers) {
        this.workspace = workspace;
        this.triggers = triggers;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::push,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private static JsonNode view(ApiRequest request, String type) {
        JsonNode view = request.structure("view", "invalid_arguments");
        if (!view.isObject()) {
            throw new ApiError("invalid_arguments", List.of("missing required field: view"));
        }
        List<String> findings = BlockKit.validateView(view);
        if (!findings.isEmpty()) {
            throw new ApiError("invalid_arguments", findings);
        }
        if (!Json.text(view, "type").equals(type)) {
            throw new ApiError("invalid_arguments", List.of("must be a " + type + " [json-pointer:/view/type]"));
        }
        return view;
    }

    private static ObjectNode answer(SlackView view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.json().deepCopy());
        return answer;
    }

    private void unique(JsonNode view) {
        String external = Json.text(view, "external_id");
        if (!external.isEmpty() && workspace.views().find("", external).isPresent()) {
            throw new ApiError("duplicate_external_id");
        }
    }

    private ObjectNode open(ApiRequest request) {
        JsonNode view = view(request, "modal");
        unique(view);
        String user = triggers.exchange(request.need("trigger_id"));
        return answer(workspace.views().open(user, view));
    }

    private ObjectNode push(ApiRequest request) {
        JsonNode view = view(request, "modal");
        unique(view);
        String user = triggers.exchange(request.need("trigger_id"));
        return answer(workspace.views().push(user, view));
    }

    private ObjectNode update(ApiRequest request) {
        SlackView old = workspace
                .views()
                .find(request.text("view_id"), request.text("external_id"))
                .orElseThrow(() -> new ApiError("not_found"));
        JsonNode view = view(request, old.isHome() ? "home" : "modal");
        current(request, old);
        return answer(workspace.views().update(old, view));
    }

    private ObjectNode publish(ApiRequest request) {
        String user = request.need("user_id");
        if (workspace.user(user).isEmpty()) {
            throw new ApiError("user_not_found");
        }
        JsonNode view = view(request, "home");
        workspace.home(user).ifPresent(old -> current(request, old));
        return answer(workspace.views().publish(user, view));
    }

    private static void current(ApiRequest request, SlackView old) {
        if (request.given("hash").filter(hash -> !hash.equals(old.hash())).isPresent()) {
            throw new ApiError("hash_conflict");
        }
    }
}
