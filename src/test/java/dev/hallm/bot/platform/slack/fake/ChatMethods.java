package dev.hallm.bot.platform.slack.fake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** chat.*: posting, editing, deleting. */
final class ChatMethods {
    private final Workspace workspace;
    private final Destinations destinations;
    private final MessageRules rules;

    ChatMethods(Workspace workspace, Destinations destinations, MessageRules rules) {
        this.workspace = workspace;
        this.destinations = destinations;
        this.rules = rules;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.update", this::update,
                "chat.postEphemeral", this::postEphemeral,
                "chat.delete", this::delete);
    }

    private ObjectNode postMessage(ApiRequest request) {
        SlackChannel channel = destinations.toPost(request.need("channel"));
        MessageRules.Content content = rules.content(request);
        JsonNode metadata = MessageRules.metadata(request);
        SlackMessage message = workspace.log().put(message(request, channel, content, metadata, null));
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", message.json(workspace, true));
        return answer;
    }

    private SlackMessage message(
            ApiRequest request,
            SlackChannel channel,
            MessageRules.Content content,
            JsonNode metadata,
            @Nullable String seenBy) {
        String thread = request.given("thread_ts").orElse(null);
        if (thread != null && !workspace.log().hasThread(channel.id(), thread)) {
            throw new ApiError("thread_not_found");
        }
        return new SlackMessage(
                channel.id(),
                workspace.stamps().next(),
                thread,
                workspace.botUserId(),
                content.text(),
                workspace.stored(content.blocks()),
                metadata.isObject() ? metadata : null,
                0,
                seenBy);
    }

    private ObjectNode update(ApiRequest request) {
        SlackChannel channel = destinations.ofMessage(request.need("channel"));
        SlackMessage old = own(channel, request.need("ts"), "cant_update_message");
        MessageRules.Content content = rules.content(request);
        JsonNode given = MessageRules.metadata(request);
        JsonNode metadata = given.isMissingNode() ? old.metadata() : given;
        SlackMessage message = workspace
                .log()
                .put(old.showing(
                        content.text(),
                        workspace.stored(content.blocks()),
                        metadata == null || metadata.isEmpty() ? null : metadata));
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.put("text", message.text()).set("message", message.json(workspace, true));
        return answer;
    }

    private SlackMessage own(SlackChannel channel, String ts, String otherwise) {
        SlackMessage message =
                workspace.log().find(channel.id(), ts).orElseThrow(() -> new ApiError("message_not_found"));
        if (message.isEphemeral() || !message.author().equals(workspace.botUserId())) {
            throw new ApiError(otherwise);
        }
        return message;
    }

    private ObjectNode postEphemeral(ApiRequest request) {
        SlackChannel channel = destinations.toPost(request.need("channel"));
        String user = request.need("user");
        if (workspace.user(user).isEmpty()) {
            throw new ApiError("user_not_found");
        }
        if (channel.isDirect() && !channel.user().equals(user)) {
            throw new ApiError("user_not_in_channel");
        }
        MessageRules.Content content = rules.content(request);
        SlackMessage message = workspace
                .log()
                .put(message(request, channel, content, Json.object().path(""), user));
        return Json.object().put("message_ts", message.ts());
    }

    private ObjectNode delete(ApiRequest request) {
        SlackChannel channel = destinations.ofMessage(request.need("channel"));
        SlackMessage message = own(channel, request.need("ts"), "cant_delete_message");
        workspace.log().remove(channel.id(), message.ts());
        return Json.object().put("channel", channel.id()).put("ts", message.ts());
    }
}
