package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every method: who may call it, how, and what becomes of a call that meets trouble. */
class WebApiTest {
    @AutoClose
    private final ApiBench bench = new ApiBench();

    private final FakeSlack slack = bench.slack();
    private final ApiClient client = bench.client();
    private final Workspace workspace = bench.workspace();

    @Test
    void refusesAnUnknownMethod() throws IOException {
        assertThat(bench.error("chat.shout")).isEqualTo("unknown_method");
        assertThat(slack.problems()).singleElement().asString().contains("chat.shout");
    }

    @Test
    void refusesWrongMissingAndMisplacedTokens() throws IOException {
        assertThat(Json.text(client.call("xoxb-other", "auth.test", "{}"), "error"))
                .isEqualTo("invalid_auth");
        assertThat(Json.text(client.call("", "auth.test", "{}"), "error")).isEqualTo("not_authed");
        assertThat(bench.error("apps.connections.open")).isEqualTo("not_allowed_token_type");
        assertThat(Json.text(client.call(slack.appToken(), "users.list", "{}"), "error"))
                .isEqualTo("not_allowed_token_type");
    }

    @Test
    void saysWhichScopeIsMissing() throws IOException {
        slack.grantScopes("users:read", "commands");

        JsonNode answer = bench.call("chat.postMessage", "channel", "COPS", "text", "hi");

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
    void keepsUserGroupsForPayingWorkspaces() throws IOException {
        workspace.freePlan();

        assertThat(bench.error("usergroups.list")).isEqualTo("plan_upgrade_required");
    }

    @Test
    void limitsRatesUntilRetryAfterHasPassed() throws IOException {
        slack.faults().rateLimit("chat.postMessage", Duration.ofSeconds(30));

        HttpResponse<String> answer = client.post(
                slack.apiUrl() + "chat.postMessage", slack.botToken(), "{\"channel\":\"COPS\",\"text\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        bench.clock().advance(Duration.ofSeconds(30));
        assertThat(bench.error("chat.postMessage", "channel", "COPS", "text", "x"))
                .isEmpty();
    }

    @Test
    void enforcesSlacksOwnLimitsOnRequest() throws IOException {
        slack.enforceRateLimits(true);
        String ts = Json.text(bench.call("chat.postMessage", "channel", "COPS", "text", "x"), "ts");
        for (int i = 0; i < 50; i++) {
            assertThat(bench.error("chat.update", "channel", "COPS", "ts", ts, "text", "x" + i))
                    .isEmpty();
        }

        assertThat(bench.error("chat.update", "channel", "COPS", "ts", ts, "text", "more"))
                .isEqualTo("ratelimited");
    }

    @Test
    void doesTheWorkWhoseAnswerIsLost() {
        slack.faults().next(1, "chat.postMessage", Faults.Kind.LOSE_RESPONSE);

        assertThatThrownBy(() -> bench.call("chat.postMessage", "channel", "COPS", "text", "x"))
                .isInstanceOf(IOException.class);

        assertThat(workspace.messages("COPS")).hasSize(1);
    }

    @Test
    void failsWithHtmlOnceAndThenWorks() throws IOException {
        slack.faults().next(1, "auth.test", Faults.Kind.HTML);

        assertThat(client.post(slack.apiUrl() + "auth.test", slack.botToken(), "{}")
                        .body())
                .startsWith("<!DOCTYPE");
        assertThat(bench.call("auth.test").path("ok").asBoolean()).isTrue();
    }

    @Test
    void recordsEveryCall() throws IOException {
        bench.call("chat.postMessage", "channel", "CNONE", "text", "x");

        assertThat(slack.calls("chat.postMessage")).singleElement().satisfies(call -> {
            assertThat(call.text("channel")).isEqualTo("CNONE");
            assertThat(call.outcome()).isEqualTo("channel_not_found");
            assertThat(call.arguments().has("token")).isFalse();
        });
        assertThat(Map.of("none", slack.calls("chat.delete").size())).containsEntry("none", 0);
    }
}
