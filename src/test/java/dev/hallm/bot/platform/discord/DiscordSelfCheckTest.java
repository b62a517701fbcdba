package dev.hallm.bot.platform.discord;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.storage.MutableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class DiscordSelfCheckTest {
    private static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz";
    /** View, send, embed, attach, history. */
    private static final long NEEDED = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 15) | (1 << 16);

    @RegisterExtension
    static final WireMockExtension DISCORD =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Optional<String> guild = Optional.of("9");

    @BeforeEach
    void everythingIsFine() {
        json("users/@me", "{\"id\":\"5\",\"username\":\"hallm\"}");
        json("applications/@me", "{\"id\":\"5\",\"flags\":0}");
        json("applications/5/guilds/9/commands", "[]");
        guildWith(NEEDED);
        json("guilds/9/members/5", "{\"roles\":[\"70\"]}");
        json("guilds/9/channels", "[{\"id\":\"31\",\"name\":\"approvals\",\"permission_overwrites\":[]}]");
    }

    @Test
    void findsNothingWrongWithAGoodSetup() {
        assertThat(codes(check(TOKEN, guild, Set.of("70"))))
                .containsExactly("ok HB-D06", "warning HB-D10", "ok HB-D07", "ok HB-D11", "ok HB-D30", "ok HB-D21");
    }

    @Test
    void saysWhichHalfOfTheConfigurationIsMissing() {
        assertThat(codes(check("", Optional.empty(), Set.of()))).containsExactly("ok HB-D01");
        assertThat(codes(check(TOKEN, Optional.empty(), Set.of()))).containsExactly("problem HB-D03");
        assertThat(codes(check("", guild, Set.of()))).containsExactly("problem HB-D02");
    }

    @Test
    void namesWhatWasPastedInsteadOfTheToken() {
        List<Finding> prefixed = check("Bot " + TOKEN, guild, Set.of());
        List<Finding> secret = check("abcdefghijklmnopqrstuvwxyz012345", guild, Set.of());

        assertThat(prefixed.getFirst().problem()).endsWith("it begins with the word Bot.");
        assertThat(secret.getFirst().problem()).endsWith("it is a client secret.");
        assertThat(prefixed.toString() + secret).doesNotContain(TOKEN, "abcdefghijklmnopqrstuvwxyz012345");
    }

    @Test
    void saysThatTheTokenIsRefused() {
        DISCORD.stubFor(
                get(urlPathEqualTo("/api/v10/users/@me")).willReturn(aResponse().withStatus(401)));

        assertThat(codes(check(TOKEN, guild, Set.of()))).containsExactly("problem HB-D06");
    }

    @Test
    void givesTheInviteLinkForAGuildThatTheBotIsNotIn() {
        DISCORD.stubFor(
                get(urlPathEqualTo("/api/v10/guilds/9")).willReturn(aResponse().withStatus(404)));

        List<Finding> findings = check(TOKEN, guild, Set.of());

        assertThat(codes(findings)).containsExactly("ok HB-D06", "problem HB-D07");
        assertThat(findings.getLast().fix())
                .contains("https://discord.com/oauth2/authorize?client_id=5&scope=bot+applications.commands"
                        + "&permissions=" + NEEDED + "&guild_id=9");
    }

    @Test
    void saysThatItWasInvitedWithoutItsCommands() {
        DISCORD.stubFor(get(urlPathEqualTo("/api/v10/applications/5/guilds/9/commands"))
                .willReturn(aResponse().withStatus(403).withBody("{\"message\":\"Missing Access\",\"code\":50001}")));

        List<Finding> findings = check(TOKEN, guild, Set.of());

        assertThat(codes(findings)).contains("problem HB-D11");
        assertThat(findings.get(2).fix()).contains("scope=bot+applications.commands");
    }

    @Test
    void computesPermissionsFromRolesAndOverwrites() {
        json("guilds/9/channels", """
                [{"id":"31","name":"approvals","permission_overwrites":[
                  {"id":"9","type":0,"allow":"0","deny":"%d"},
                  {"id":"70","type":0,"allow":"%d","deny":"0"},
                  {"id":"5","type":1,"allow":"0","deny":"%d"}]}]""".formatted((1 << 10) | (1 << 11), 1 << 10, 1 << 15));

        List<Finding> findings = check(TOKEN, guild, Set.of());

        assertThat(findings.getLast().problem())
                .isEqualTo("The bot lacks permissions in #approvals, the channel for approvals:"
                        + " Send Messages, Attach Files.");
    }

    @Test
    void letsAnAdministratorDoEverything() {
        guildWith(1 << 3);

        assertThat(codes(check(TOKEN, guild, Set.of()))).endsWith("ok HB-D21");
    }

    @Test
    void namesUnknownChannelsAndRoles() {
        json("guilds/9/channels", "[]");

        assertThat(codes(check(TOKEN, guild, Set.of("71")))).contains("problem HB-D20", "problem HB-D30");
    }

    @Test
    void takesAnErrorForDiscordBeingAway() {
        DISCORD.stubFor(get(urlPathEqualTo("/api/v10/users/@me"))
                .willReturn(aResponse().withStatus(502).withBody("<html>")));

        assertThat(codes(check(TOKEN, guild, Set.of()))).containsExactly("problem HB-D05");
    }

    private static void guildWith(long permissions) {
        json("guilds/9", """
                {"id":"9","name":"Lab","roles":[
                  {"id":"9","permissions":"0"},{"id":"70","permissions":"%d"},{"id":"72","permissions":"8"}]}""".formatted(permissions));
    }

    private static void json(String path, String body) {
        DISCORD.stubFor(get(urlPathEqualTo("/api/v10/" + path)).willReturn(okJson(body)));
    }

    private static List<Finding> check(String token, Optional<String> guild, Set<String> roles) {
        var probe = new DiscordProbe("http://127.0.0.1:" + DISCORD.getPort() + "/api/v10", token, JsonMapper.shared());
        var channels = new Channels(Map.of(Purpose.APPROVALS, List.of(new Destination.Channel("discord", "31"))));
        return new DiscordSelfCheck(new DiscordSettings(guild, roles), channels, probe, new MutableClock()).findings();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity().word() + " " + finding.code())
                .toList();
    }
}
