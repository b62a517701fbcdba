package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who can be written to directly, and what a history shows. */
class ConversationMethodsTest {
    @AutoClose
    private final ApiBench bench = new ApiBench();

    private final Workspace workspace = bench.workspace();

    @Test
    void refusesDirectMessagesToBotsAndWhereTheyAreClosed() throws IOException {
        workspace.person("UBOT", "Bot", SlackUser.Kind.BOT);
        workspace.closeDirectMessages("UANA", "messages_tab_disabled");

        assertThat(bench.error("conversations.open", "users", "UBOT")).isEqualTo("cannot_dm_bot");
        assertThat(bench.error("chat.postMessage", "channel", "UANA", "text", "x"))
                .isEqualTo("messages_tab_disabled");
    }

    @Test
    void hidesThreadRepliesFromHistoryAndShowsMetadataOnRequest() throws IOException {
        String metadata = "{\"event_type\":\"card\",\"event_payload\":{\"key\":\"k1\"}}";
        JsonNode posted = bench.call("chat.postMessage", "channel", "COPS", "text", "x", "metadata", metadata);
        bench.call("chat.postMessage", "channel", "COPS", "text", "reply", "thread_ts", Json.text(posted, "ts"));

        JsonNode bare = bench.call("conversations.history", "channel", "COPS");
        JsonNode whole = bench.call("conversations.history", "channel", "COPS", "include_all_metadata", "true");

        assertThat(bare.path("messages")).hasSize(1);
        assertThat(bare.path("messages").path(0).has("metadata")).isFalse();
        assertThat(whole.path("messages")
                        .path(0)
                        .path("metadata")
                        .path("event_payload")
                        .path("key")
                        .asString(""))
                .isEqualTo("k1");
        assertThat(bench.call("conversations.replies", "channel", "COPS", "ts", Json.text(posted, "ts"))
                        .path("messages"))
                .hasSize(2);
    }
}
