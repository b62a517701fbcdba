package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which messages are taken, where, and which can be updated. */
class ChatMethodsTest {
    @AutoClose
    private final ApiBench bench = new ApiBench();

    private final FakeSlack slack = bench.slack();
    private final Workspace workspace = bench.workspace();

    @Test
    void refusesTooMuchText() throws IOException {
        assertThat(bench.error("chat.postMessage", "channel", "COPS", "text", "x".repeat(40_001)))
                .isEqualTo("msg_too_long");
        slack.forget();
        assertThat(bench.error("chat.postMessage", "channel", "COPS", "text", "x".repeat(4_001)))
                .isEmpty();
        assertThat(slack.problems()).singleElement().asString().contains("4001");
    }

    @Test
    void explainsInvalidBlocks() throws IOException {
        JsonNode answer =
                bench.call("chat.postMessage", "channel", "COPS", "text", "x", "blocks", "[{\"type\":\"fancy\"}]");

        assertThat(Json.text(answer, "error")).isEqualTo("invalid_blocks");
        assertThat(answer.path("response_metadata").path("messages").path(0).asString(""))
                .isEqualTo("[ERROR] unsupported type: fancy [json-pointer:/blocks/0]");
    }

    @Test
    void refusesBlocksThatAreTooLongTogether() throws IOException {
        String block = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(3_000) + "\"}}";

        assertThat(bench.error(
                        "chat.postMessage",
                        "channel",
                        "COPS",
                        "text",
                        "x",
                        "blocks",
                        "[" + (block + ",").repeat(4) + block + "]"))
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void postsOnlyWhereTheBotIs() throws IOException {
        workspace.botLeaves("COPS");

        assertThat(bench.error("chat.postMessage", "channel", "COPS", "text", "x"))
                .isEqualTo("not_in_channel");
        assertThat(bench.error("chat.postMessage", "channel", "CNONE", "text", "x"))
                .isEqualTo("channel_not_found");
        assertThat(slack.problems()).isEmpty();
    }

    @Test
    void opensADirectMessageByPostingToAPersonButUpdatesOnlyByItsId() throws IOException {
        JsonNode posted = bench.call("chat.postMessage", "channel", "UANA", "text", "x");
        String channel = Json.text(posted, "channel");
        String ts = Json.text(posted, "ts");

        assertThat(channel).startsWith("D");
        assertThat(bench.error("chat.update", "channel", "UANA", "ts", ts, "text", "y"))
                .isEqualTo("channel_not_found");
        assertThat(bench.error("chat.update", "channel", channel, "ts", ts, "text", "y"))
                .isEmpty();
        assertThat(workspace.directMessages("UANA")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("y");
            assertThat(message.editedCount()).isOne();
        });
    }

    @Test
    void removesTheBlocksOfAnUpdateWithoutBlocks() throws IOException {
        JsonNode posted =
                bench.call("chat.postMessage", "channel", "COPS", "text", "x", "blocks", "[{\"type\":\"divider\"}]");

        bench.call("chat.update", "channel", "COPS", "ts", Json.text(posted, "ts"), "text", "y");

        assertThat(workspace.messages("COPS"))
                .singleElement()
                .satisfies(message -> assertThat(message.blocks()).isEmpty());
    }

    @Test
    void updatesNeitherEphemeralNorUnknownMessages() throws IOException {
        String ts = Json.text(
                bench.call("chat.postEphemeral", "channel", "COPS", "user", "UANA", "text", "x"), "message_ts");

        assertThat(bench.error("chat.update", "channel", "COPS", "ts", ts, "text", "y"))
                .isEqualTo("cant_update_message");
        assertThat(bench.error("chat.update", "channel", "COPS", "ts", "1.2", "text", "y"))
                .isEqualTo("message_not_found");
    }
}
