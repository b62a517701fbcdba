package dev.hallm.bot.platform.slack.fake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A file that was uploaded; {@code channel} is null until it was shared; {@code raw} has one character for each byte. */
public record SlackFile(
        String id,
        String name,
        String title,
        long length,
        String raw,
        @Nullable String channel,
        @Nullable String threadTs) {
    public byte[] bytes() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    SlackFile holding(byte[] content) {
        return new SlackFile(
                id, name, title, length, new String(content, StandardCharsets.ISO_8859_1), channel, threadTs);
    }

    SlackFile sharedAs(String newTitle, @Nullable String in, @Nullable String thread) {
        return new SlackFile(id, name, newTitle, length, raw, in, thread);
    }

    ObjectNode json(String user) {
        ObjectNode file = Json.object();
        file.put("id", id)
                .put("name", name)
                .put("title", title)
                .put("user", user)
                .put("size", raw.length());
        file.put("mimetype", "text/plain")
                .put("filetype", "text")
                .put("mode", "hosted")
                .put("is_external", false);
        var channels = file.putArray("channels");
        if (channel != null) {
            channels.add(channel);
        }
        return file;
    }
}
