package dev.hallm.bot.platform.slack.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what an acknowledgement says: shows a command's text, moves between modals, or marks fields. */
final class Acknowledgements {
    private final Workspace workspace;
    private final Deliveries deliveries;

    Acknowledgements(Workspace workspace, Deliveries deliveries) {
        this.workspace = workspace;
        this.deliveries = deliveries;
    }

    /** A command's: nothing, plain text, or a message as JSON. */
    void ofCommand(Receipt receipt, String user, String channel) {
        if (receipt.body().isBlank()) {
            return;
        }
        JsonNode json = receipt.json();
        ObjectNode message =
                json instanceof ObjectNode object ? object : Json.object().put("text", receipt.body());
        if (message.isEmpty()) {
            return;
        }
        tried(
                "acknowledgement",
                () -> deliveries.responseUrls().show(user, channel, new ApiRequest("acknowledgement", message, "")));
    }

    /** A click's, which has nothing to say. */
    void ofAction(Receipt receipt) {
        if (!receipt.body().isBlank()
                && !(receipt.json().isObject() && receipt.json().isEmpty())) {
            deliveries.problems().add("a block_actions acknowledgement has a body, which Slack ignores");
        }
    }

    /** A submission's: closes, clears, updates, pushes, or gives the errors by block id. */
    Map<String, String> ofSubmission(Receipt receipt, SlackView view) {
        JsonNode json = receipt.json();
        if (receipt.body().isBlank() || (json.isObject() && json.isEmpty())) {
            workspace.views().close(view.user(), view.id());
            return Map.of();
        }
        switch (Json.text(json, "response_action")) {
            case "clear" -> workspace.views().closeAll(view.user());
            case "update" -> tried("response_action", () -> workspace.views().update(view, modal(json)));
            case "push" -> tried("response_action", () -> workspace.views().push(view.user(), modal(json)));
            case "errors" -> {
                return errors(json.path("errors"), view);
            }
            default -> deliveries.problems().add("a view_submission acknowledgement that Slack does not know: " + json);
        }
        return Map.of();
    }

    private static JsonNode modal(JsonNode json) {
        List<String> findings = BlockKit.validateView(json.path("view"));
        if (!findings.isEmpty()) {
            throw new ApiError("invalid_arguments", findings);
        }
        return json.path("view");
    }

    private Map<String, String> errors(JsonNode given, SlackView view) {
        var errors = new LinkedHashMap<String, String>();
        given.properties().forEach(error -> {
            boolean known = FormField.in(view.blocks()).stream()
                    .anyMatch(field -> field.isInput() && field.blockId().equals(error.getKey()));
            if (!known) {
                deliveries
                        .problems()
                        .add("an error for \"" + error.getKey() + "\", which is no input block of the modal");
            }
            errors.put(error.getKey(), error.getValue().asString(""));
        });
        if (errors.isEmpty()) {
            deliveries.problems().add("response_action errors without errors");
        }
        return errors;
    }

    private void tried(String what, Runnable change) {
        try {
            synchronized (workspace) {
                change.run();
            }
        } catch (ApiError refused) {
            deliveries.problems().refused(what, refused);
        }
    }
}
