package dev.hallm.bot.platform.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class SlackSelfCheckTest {
    private static final String BOT = "xoxb-1-2-abc";
    private static final String APP = "xapp-1-A0-2-abc";

    @RegisterExtension
    static final WireMockExtension SLACK =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final MutableClock clock = new MutableClock();
    private final Optional<String> workspace = Optional.of("T1");

    @BeforeEach
    void everythingIsFine() {
        method("auth.test", "{\"ok\":true,\"team_id\":\"T1\",\"user\":\"hallm\"}", allScopes(), Duration.ZERO);
        SLACK.stubFor(post(urlPathEqualTo("/api/apps.connections.open"))
                .willReturn(okJson("{\"ok\":true,\"url\":\"ws://x\"}")));
        SLACK.stubFor(post(urlPathEqualTo("/api/conversations.info"))
                .willReturn(okJson("{\"ok\":true,\"channel\":{\"name\":\"ops\",\"is_member\":true}}")));
        SLACK.stubFor(post(urlPathEqualTo("/api/usergroups.list"))
                .willReturn(okJson("{\"ok\":true,\"usergroups\":[{\"id\":\"S1\"}]}")));
    }

    @Test
    void findsNothingWrongWithAGoodSetup() {
        List<Finding> findings = check(probe(BOT, APP, ""), workspace).findings();

        assertThat(codes(findings)).containsExactly("ok HB-S13", "ok HB-S11", "ok HB-S09", "ok HB-S10");
    }

    @Test
    void saysWhichHalfOfTheConfigurationIsMissing() {
        assertThat(codes(check(probe("", "", ""), Optional.empty()).findings())).containsExactly("ok HB-S01");
        assertThat(codes(check(probe(BOT, "", ""), Optional.empty()).findings()))
                .containsExactly("problem HB-S03");
        assertThat(codes(check(probe("", "", ""), workspace).findings())).containsExactly("problem HB-S02");
        assertThat(codes(check(probe(BOT, "", ""), workspace).findings())).contains("problem HB-S06");
    }

    @Test
    void namesSwappedTokens() {
        List<Finding> findings = check(probe(APP, BOT, ""), workspace).findings();

        assertThat(codes(findings)).containsExactly("problem HB-S05", "problem HB-S04");
        assertThat(findings.getLast().problem())
                .isEqualTo("SLACK_BOT_TOKEN is an app-level token, not a bot token."
                        + " It and SLACK_APP_TOKEN are swapped.");
    }

    @Test
    void namesAUserToken() {
        assertThat(check(probe("xoxp-1-2-abc", "", "s"), workspace).findings())
                .extracting(Finding::problem)
                .contains("SLACK_BOT_TOKEN is a user token, not a bot token.");
    }

    @Test
    void neverShowsACredential() {
        method("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}", "", Duration.ZERO);

        List<Finding> findings =
                check(probe(BOT + "\nline", "xapp bad", "hush"), workspace).findings();
        List<Finding> refused = check(probe(BOT, APP, "hush"), workspace).findings();

        assertThat(codes(refused)).contains("problem HB-S08");
        assertThat(findings.toString() + refused).doesNotContain(BOT, APP, "hush", "line");
    }

    @Test
    void namesAnotherWorkspace() {
        method("auth.test", "{\"ok\":true,\"team_id\":\"T2\"}", allScopes(), Duration.ZERO);

        assertThat(codes(check(probe(BOT, APP, ""), workspace).findings())).contains("problem HB-S09");
    }

    @Test
    void namesEachMissingScopeAndWhatIsLost() {
        method("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}", allScopes().replace("im:write,", ""), Duration.ZERO);

        assertThat(check(probe(BOT, APP, ""), workspace).findings())
                .extracting(Finding::problem)
                .contains("The Slack app lacks the scope im:write, with which it opens a direct message to a person.");
    }

    @Test
    void measuresTheClock() {
        method("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}", allScopes(), Duration.ofSeconds(90));
        assertThat(codes(check(probe(BOT, APP, ""), workspace).findings())).contains("warning HB-S11");

        method("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}", allScopes(), Duration.ofMinutes(-6));
        assertThat(codes(check(probe(BOT, APP, ""), workspace).findings())).contains("problem HB-S12");
    }

    @Test
    void takesHtmlAndSilenceForSlackBeingAway() {
        SLACK.stubFor(post(urlPathEqualTo("/api/auth.test"))
                .willReturn(aResponse().withStatus(503).withBody("<html>")));
        assertThat(codes(check(probe(BOT, APP, ""), workspace).findings())).contains("problem HB-S07");

        var nowhere = new SlackProbe("http://127.0.0.1:1", BOT, "", "hush", JsonMapper.shared());
        assertThat(codes(check(nowhere, workspace).findings())).contains("problem HB-S07");
    }

    @Test
    void saysThatTheAppTokenIsRefused() {
        SLACK.stubFor(post(urlPathEqualTo("/api/apps.connections.open"))
                .willReturn(okJson("{\"ok\":false,\"error\":\"not_allowed_token_type\"}")));

        assertThat(codes(check(probe(BOT, APP, ""), workspace).findings())).contains("problem HB-S13");
    }

    @Test
    void looksAtEachChannel() {
        channel("C1", "{\"ok\":true,\"channel\":{\"name\":\"approvals\",\"is_member\":false}}");
        channel("C2", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        channel("C3", "{\"ok\":true,\"channel\":{\"name\":\"news\",\"is_archived\":true}}");

        List<Finding> findings =
                new SlackChannelsSelfCheck(settings(Set.of()), channels(), probe(BOT, APP, "")).findings();

        assertThat(codes(findings)).containsExactly("problem HB-S22", "problem HB-S20", "problem HB-S21");
        assertThat(findings.getFirst().fix()).isEqualTo("Type \"/invite @hallm\" in #approvals.");
    }

    @Test
    void tellsAMissingPlanFromAMissingGroup() {
        assertThat(codes(groups(Set.of("S1")))).containsExactly("ok HB-S31");
        assertThat(codes(groups(Set.of("S1", "S9")))).containsExactly("problem HB-S31");

        SLACK.stubFor(post(urlPathEqualTo("/api/usergroups.list"))
                .willReturn(okJson("{\"ok\":false,\"error\":\"plan_upgrade_required\"}")));
        assertThat(codes(groups(Set.of("S1")))).containsExactly("problem HB-S30");
    }

    private List<Finding> groups(Set<String> groups) {
        return new SlackGroupsSelfCheck(settings(groups), probe(BOT, APP, "")).findings();
    }

    private SlackSettings settings(Set<String> groups) {
        return new SlackSettings(workspace, groups);
    }

    private static Channels channels() {
        return new Channels(Map.of(
                Purpose.APPROVALS, List.of(new Destination.Channel("slack", "C1")),
                Purpose.OPERATIONS, List.of(new Destination.Channel("slack", "C2")),
                Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel("slack", "C3"))));
    }

    private static void channel(String id, String body) {
        SLACK.stubFor(post(urlPathEqualTo("/api/conversations.info"))
                .withRequestBody(containing("channel=" + id))
                .willReturn(okJson(body)));
    }

    private SlackSelfCheck check(SlackProbe probe, Optional<String> wanted) {
        return new SlackSelfCheck(new SlackSettings(wanted, Set.of()), probe, clock);
    }

    private static SlackProbe probe(String bot, String app, String secret) {
        return new SlackProbe("http://127.0.0.1:" + SLACK.getPort() + "/api", bot, app, secret, JsonMapper.shared());
    }

    private void method(String name, String body, String scopes, Duration ahead) {
        ResponseDefinitionBuilder answer = okJson(body)
                .withHeader("x-oauth-scopes", scopes)
                .withHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().plus(ahead).atOffset(ZoneOffset.UTC)));
        SLACK.stubFor(post(urlPathEqualTo("/api/" + name)).willReturn(answer));
    }

    private static String allScopes() {
        return Stream.of(SlackScopes.values()).map(SlackScopes::scope).collect(Collectors.joining(","));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity().word() + " " + finding.code())
                .toList();
    }
}
