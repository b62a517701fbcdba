package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.platform.slack.ChannelPosts.Place;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Text files, in the three steps that Slack wants: an address, the bytes, the place to share it in. */
final class SlackFiles {
    private final SlackApi api;
    private final JsonMapper json;

    SlackFiles(SlackApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    SlackAnswer upload(Place place, Block.Attachment file) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        var arguments = Map.of("filename", file.fileName(), "length", String.valueOf(content.length));
        return switch (api.call("files.getUploadURLExternal", arguments)) {
            case SlackAnswer.Ok ok ->
                switch (api.upload(ok.string("upload_url"), content)) {
                    case SlackAnswer.Ok _ -> share(place, file, ok.string("file_id"));
                    case SlackAnswer.Failure failure -> failure;
                };
            case SlackAnswer.Failure failure -> failure;
        };
    }

    private SlackAnswer share(Place place, Block.Attachment file, String id) {
        ArrayNode files = Nodes.array();
        files.addObject().put("id", id).put("title", file.fileName());
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("files", json.writeValueAsString(files));
        arguments.put("channel_id", place.channel());
        if (place.thread() != null) {
            arguments.put("thread_ts", place.thread());
        }
        return api.call("files.completeUploadExternal", arguments);
    }
}
