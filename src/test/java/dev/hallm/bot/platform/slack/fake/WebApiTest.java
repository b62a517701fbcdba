package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.storage.MutableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebApiTest {
    private final MutableClock clock = new MutableClock();
    private final FakeSlack slack = FakeSlack.start(clock);
    private final ApiClient client = new ApiClient(slack);
    private final Workspace workspace = slack.workspace();

    @BeforeEach
    void people() {
        workspace.member("UANA", "Ana Petrov");
        workspace.channel("COPS", "operations");
    }

    @AfterEach
    void stop() {
        slack.close();
    }

    private String error(String method, String... pairs) throws IOException {
        return Json.text(call(method, pairs), "error");
    }

    private JsonNode call(String method, String... pairs) throws IOException {
        var arguments = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        return client.call(method, arguments);
    }

    @Test
    void refusesAnUnknownMethod() throws IOException {
        assertThat(error("chat.shout")).isEqualTo("unknown_method");
        assertThat(slack.problems()).singleElement().asString().contains("chat.shout");
    }

    @Test
    void refusesWrongMissingAndMisplacedTokens() throws IOException {
        assertThat(Json.text(client.call("xoxb-other", "auth.test", "{}"), "error"))
                .isEqualTo("invalid_auth");
        assertThat(Json.text(client.call("", "auth.test", "{}"), "error")).isEqualTo("not_authed");
        assertThat(error("apps.connections.open")).isEqualTo("not_allowed_token_type");
        assertThat(Json.text(client.call(slack.appToken(), "users.list", "{}"), "error"))
                .isEqualTo("not_allowed_token_type");
    }

    @Test
    void saysWhichScopeIsMissing() throws IOException {
        slack.grantScopes("users:read", "commands");

        JsonNode answer = call("chat.postMessage", "channel", "COPS", "text", "hi");

        assertThat(Json.text(answer, "error")).isEqualTo("missing_scope");
        assertThat(Json.text(answer, "needed")).isEqualTo("chat:write");
        assertThat(Json.text(answer, "provided")).isEqualTo("commands,users:read");
    }

    @Test
    void namesTheGrantedScopesInAHeader() throws IOException {
        slack.grantScopes("commands");

        HttpResponse<String> answer = client.post(slack.apiUrl() + "auth.test", slack.botToken(), "{}");

        assertThat(answer.headers().firstValue("x-oauth-scopes")).contains("commands");
    }

    @Test
    void takesFormsWithTheTokenInside() throws IOException {
        String body = "token=" + slack.botToken()
                + "&channel=COPS&text=hi+there&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D";

        JsonNode answer = Json.parse(client.form("chat.postMessage", body).body());

        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(workspace.messages("operations")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("hi there");
            assertThat(message.blocks()).hasSize(1);
        });
    }

    @Test
    void refusesTooMuchText() throws IOException {
        assertThat(error("chat.postMessage", "channel", "COPS", "text", "x".repeat(40_001)))
                .isEqualTo("msg_too_long");
        slack.forget();
        assertThat(error("chat.postMessage", "channel", "COPS", "text", "x".repeat(4_001)))
                .isEmpty();
        assertThat(slack.problems()).singleElement().asString().contains("4001");
    }

    @Test
    void explainsInvalidBlocks() throws IOException {
        JsonNode answer = call("chat.postMessage", "channel", "COPS", "text", "x", "blocks", "[{\"type\":\"fancy\"}]");

        assertThat(Json.text(answer, "error")).isEqualTo("invalid_blocks");
        assertThat(answer.path("response_metadata").path("messages").path(0).asString(""))
                .isEqualTo("[ERROR] unsupported type: fancy [json-pointer:/blocks/0]");
    }

    @Test
    void refusesBlocksThatAreTooLongTogether() throws IOException {
        String block = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(3_000) + "\"}}";

        assertThat(error(
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

        assertThat(error("chat.postMessage", "channel", "COPS", "text", "x")).isEqualTo("not_in_channel");
        assertThat(error("chat.postMessage", "channel", "CNONE", "text", "x")).isEqualTo("channel_not_found");
        assertThat(slack.problems()).isEmpty();
    }

    @Test
    void opensADirectMessageByPostingToAPersonButUpdatesOnlyByItsId() throws IOException {
        JsonNode posted = call("chat.postMessage", "channel", "UANA", "text", "x");
        String channel = Json.text(posted, "channel");
        String ts = Json.text(posted, "ts");

        assertThat(channel).startsWith("D");
        assertThat(error("chat.update", "channel", "UANA", "ts", ts, "text", "y"))
                .isEqualTo("channel_not_found");
        assertThat(error("chat.update", "channel", channel, "ts", ts, "text", "y"))
                .isEmpty();
        assertThat(workspace.directMessages("UANA")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("y");
            assertThat(message.editedCount()).isOne();
        });
    }

    @Test
    void removesTheBlocksOfAnUpdateWithoutBlocks() throws IOException {
        JsonNode posted =
                call("chat.postMessage", "channel", "COPS", "text", "x", "blocks", "[{\"type\":\"divider\"}]");

        call("chat.update", "channel", "COPS", "ts", Json.text(posted, "ts"), "text", "y");

        assertThat(workspace.messages("COPS"))
                .singleElement()
                .satisfies(message -> assertThat(message.blocks()).isEmpty());
    }

    @Test
    void updatesNeitherEphemeralNorUnknownMessages() throws IOException {
        String ts = Json.text(call("chat.postEphemeral", "channel", "COPS", "user", "UANA", "text", "x"), "message_ts");

        assertThat(error("chat.update", "channel", "COPS", "ts", ts, "text", "y"))
                .isEqualTo("cant_update_message");
        assertThat(error("chat.update", "channel", "COPS", "ts", "1.2", "text", "y"))
                .isEqualTo("message_not_found");
    }

    @Test
    void refusesDirectMessagesToBotsAndWhereTheyAreClosed() throws IOException {
        workspace.person("UBOT", "Bot", SlackUser.Kind.BOT);
        workspace.closeDirectMessages("UANA", "messages_tab_disabled");

        assertThat(error("conversations.open", "users", "UBOT")).isEqualTo("cannot_dm_bot");
        assertThat(error("chat.postMessage", "channel", "UANA", "text", "x")).isEqualTo("messages_tab_disabled");
    }

    @Test
    void hidesThreadRepliesFromHistoryAndShowsMetadataOnRequest() throws IOException {
        String metadata = "{\"event_type\":\"card\",\"event_payload\":{\"key\":\"k1\"}}";
        JsonNode posted = call("chat.postMessage", "channel", "COPS", "text", "x", "metadata", metadata);
        call("chat.postMessage", "channel", "COPS", "text", "reply", "thread_ts", Json.text(posted, "ts"));

        JsonNode bare = call("conversations.history", "channel", "COPS");
        JsonNode whole = call("conversations.history", "channel", "COPS", "include_all_metadata", "true");

        assertThat(bare.path("messages")).hasSize(1);
        assertThat(bare.path("messages").path(0).has("metadata")).isFalse();
        assertThat(whole.path("messages")
                        .path(0)
                        .path("metadata")
                        .path("event_payload")
                        .path("key")
                        .asString(""))
                .isEqualTo("k1");
        assertThat(call("conversations.replies", "channel", "COPS", "ts", Json.text(posted, "ts"))
                        .path("messages"))
                .hasSize(2);
    }

    @Test
    void keepsUserGroupsForPayingWorkspaces() throws IOException {
        workspace.freePlan();

        assertThat(error("usergroups.list")).isEqualTo("plan_upgrade_required");
    }

    @Test
    void opensOneModalForATriggerWithinThreeSeconds() throws IOException {
        String view =
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Quota\"},\"blocks\":[{\"type\":\"divider\"}]}";
        String trigger = slack.triggers().issue("UANA");
        String late = slack.triggers().issue("UANA");

        assertThat(error("views.open", "trigger_id", trigger, "view", view)).isEmpty();
        assertThat(error("views.open", "trigger_id", trigger, "view", view)).isEqualTo("exchanged_trigger_id");
        clock.advance(Duration.ofSeconds(4));
        assertThat(error("views.open", "trigger_id", late, "view", view)).isEqualTo("expired_trigger_id");
        assertThat(error("views.open", "trigger_id", "made.up", "view", view)).isEqualTo("invalid_trigger_id");
        assertThat(workspace.modals("UANA")).hasSize(1);
    }

    @Test
    void limitsRatesUntilRetryAfterHasPassed() throws IOException {
        slack.faults().rateLimit("chat.postMessage", Duration.ofSeconds(30));

        HttpResponse<String> answer = client.post(
                slack.apiUrl() + "chat.postMessage", slack.botToken(), "{\"channel\":\"COPS\",\"text\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        clock.advance(Duration.ofSeconds(30));
        assertThat(error("chat.postMessage", "channel", "COPS", "text", "x")).isEmpty();
    }

    @Test
    void enforcesSlacksOwnLimitsOnRequest() throws IOException {
        slack.enforceRateLimits(true);
        String ts = Json.text(call("chat.postMessage", "channel", "COPS", "text", "x"), "ts");
        for (int i = 0; i < 50; i++) {
            assertThat(error("chat.update", "channel", "COPS", "ts", ts, "text", "x" + i))
                    .isEmpty();
        }

        assertThat(error("chat.update", "channel", "COPS", "ts", ts, "text", "more"))
                .isEqualTo("ratelimited");
    }

    @Test
    void doesTheWorkWhoseAnswerIsLost() {
        slack.faults().next(1, "chat.postMessage", Faults.Kind.LOSE_RESPONSE);

        assertThatThrownBy(() -> call("chat.postMessage", "channel", "COPS", "text", "x"))
                .isInstanceOf(IOException.class);

        assertThat(workspace.messages("COPS")).hasSize(1);
    }

    @Test
    void failsWithHtmlOnceAndThenWorks() throws IOException {
        slack.faults().next(1, "auth.test", Faults.Kind.HTML);

        assertThat(client.post(slack.apiUrl() + "auth.test", slack.botToken(), "{}")
                        .body())
                .startsWith("<!DOCTYPE");
        assertThat(call("auth.test").path("ok").asBoolean()).isTrue();
    }

    @Test
    void takesAFileInThreeSteps() throws IOException {
        JsonNode begun = call("files.getUploadURLExternal", "filename", "list.csv", "length", "3");
        client.post(Json.text(begun, "upload_url"), "", "a,b");

        JsonNode done = call(
                "files.completeUploadExternal",
                "files",
                "[{\"id\":\"" + Json.text(begun, "file_id") + "\",\"title\":\"List\"}]",
                "channel_id",
                "COPS");

        assertThat(done.path("ok").asBoolean()).isTrue();
        assertThat(workspace.files("operations"))
                .singleElement()
                .satisfies(file -> assertThat(file.text()).isEqualTo("a,b"));
        assertThat(slack.problems()).isEmpty();
    }

    @Test
    void recordsEveryCall() throws IOException {
        call("chat.postMessage", "channel", "CNONE", "text", "x");

        assertThat(slack.calls("chat.postMessage")).singleElement().satisfies(call -> {
            assertThat(call.text("channel")).isEqualTo("CNONE");
            assertThat(call.outcome()).isEqualTo("channel_not_found");
            assertThat(call.arguments().has("token")).isFalse();
        });
        assertThat(Map.of("none", slack.calls("chat.delete").size())).containsEntry("none", 0);
    }
}
