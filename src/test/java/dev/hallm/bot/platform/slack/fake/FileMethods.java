package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** files.*: the three steps of an upload, and a look at the result. */
final class FileMethods {
    private final Workspace workspace;
    private final Destinations destinations;
    private final Problems problems;
    private final Supplier<String> baseUrl;

    FileMethods(Workspace workspace, Destinations destinations, Problems problems, Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.destinations = destinations;
        this.problems = problems;
        this.baseUrl = baseUrl;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "files.getUploadURLExternal", this::begin,
                "files.completeUploadExternal", this::complete,
                "files.info", this::info);
    }

    private ObjectNode begin(ApiRequest request) {
        String name = request.need("filename");
        int length = request.number("length", 0);
        if (length < 1) {
            throw new ApiError("invalid_arguments", List.of("missing required field: length"));
        }
        String id = workspace.stamps().id("F");
        workspace.uploads().put(id, new SlackFile(id, name, name, length, "", null, null));
        return Json.object()
                .put("upload_url", baseUrl.get() + "/upload/v1/" + id)
                .put("file_id", id);
    }

    /** The bytes, posted to the upload URL. */
    boolean upload(String id, byte[] bytes) {
        SlackFile file = workspace.uploads().get(id);
        if (file == null) {
            return false;
        }
        if (file.length() != bytes.length) {
            problems.add("upload of " + bytes.length + " bytes where " + file.length() + " were announced");
        }
        workspace.uploads().put(id, file.holding(bytes));
        return true;
    }

    private ObjectNode complete(ApiRequest request) {
        JsonNode given = request.structure("files", "invalid_arguments");
        if (!given.isArray() || given.isEmpty()) {
            throw new ApiError("invalid_arguments", List.of("missing required field: files"));
        }
        String channel = request.given("channel_id").map(this::shareable).orElse(null);
        String thread = request.given("thread_ts").orElse(null);
        ObjectNode answer = Json.object();
        var files = answer.putArray("files");
        for (JsonNode one : given) {
            SlackFile file = workspace.uploads().get(Json.text(one, "id"));
            if (file == null || file.raw().isEmpty()) {
                throw new ApiError("file_not_found");
            }
            SlackFile shared = file.sharedAs(one.path("title").asString(file.name()), channel, thread);
            workspace.uploads().put(file.id(), shared);
            files.add(shared.json(workspace.botUserId()));
        }
        if (channel != null) {
            share(channel, thread, request.text("initial_comment"));
        }
        return answer;
    }

    private String shareable(String id) {
        return destinations
                .ofMessage(destinations.toPost(id).id().equals(id) ? id : "")
                .id();
    }

    private void share(String channel, @Nullable String thread, String comment) {
        String ts = workspace.stamps().next();
        workspace
                .log()
                .put(new SlackMessage(
                        channel, ts, thread, workspace.botUserId(), comment, Json.array(), null, 0, null));
    }

    private ObjectNode info(ApiRequest request) {
        SlackFile file = workspace.uploads().get(request.need("file"));
        if (file == null) {
            throw new ApiError("file_not_found");
        }
        ObjectNode answer = Json.object();
        answer.set("file", file.json(workspace.botUserId()));
        return answer;
    }
}
