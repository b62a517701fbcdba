package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as it looks now. {@code seenBy} is set for an ephemeral one, which only that person sees. */
public record SlackMessage(
        String channel,
        String ts,
        @Nullable String threadTs,
        String author,
        String text,
        JsonNode blocks,
        @Nullable JsonNode metadata,
        int editedCount,
        @Nullable String seenBy) {
    public boolean isEphemeral() {
        return seenBy != null;
    }

    /** Every text of it, of all blocks too, one a line. */
    public String flat() {
        return text + "\n" + Flattened.of(blocks);
    }

    /** What is below the notification text: the blocks alone. */
    public String flatBlocks() {
        return Flattened.of(blocks);
    }

    public List<SlackButton> buttons() {
        return SlackButton.in(blocks);
    }

    /** The button with this label. @throws AssertionError when there is none */
    public SlackButton button(String label) {
        return SlackButton.labelled(label, blocks);
    }

    SlackMessage showing(String newText, JsonNode newBlocks, @Nullable JsonNode newMetadata) {
        return new SlackMessage(
                channel, ts, threadTs, author, newText, newBlocks, newMetadata, editedCount + 1, seenBy);
    }

    /** As the Web API and payloads show it. */
    ObjectNode json(Workspace workspace, boolean withMetadata) {
        ObjectNode message = Json.object();
        message.put("type", "message").put("user", author).put("ts", ts).put("text", text);
        message.put("team", workspace.teamId());
        if (author.equals(workspace.botUserId())) {
            message.put("bot_id", workspace.botId()).put("app_id", workspace.appId());
        }
        if (threadTs != null) {
            message.put("thread_ts", threadTs);
        }
        if (!blocks.isEmpty()) {
            message.set("blocks", blocks.deepCopy());
        }
        if (editedCount > 0) {
            message.putObject("edited").put("user", author).put("ts", ts);
        }
        if (withMetadata && metadata != null) {
            message.set("metadata", metadata.deepCopy());
        }
        return message;
    }
}
