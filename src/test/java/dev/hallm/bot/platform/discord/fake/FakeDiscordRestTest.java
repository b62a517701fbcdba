package dev.hallm.bot.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.platform.discord.fake.RawBot.Reply;
import dev.hallm.bot.storage.MutableClock;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeDiscordRestTest {
    private static final String MESSAGES = "POST /channels/{channel_id}/messages";

    private final MutableClock clock = new MutableClock();
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final RawBot bot = new RawBot(discord);
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana");

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void refusesAWrongToken() {
        discord.app().resetToken("another");
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + "users/@me"))
                .header("User-Agent", "DiscordBot (https://example.com, 1)")
                .header("Authorization", "Bot fake-discord-bot.token.for-tests-only")
                .build();

        assertThat(bot.send(request).status()).isEqualTo(401);
        assertThat(discord.problems()).hasSize(1);
    }

    @Test
    void refusesAndRecordsAnUnknownRoute() {
        Reply reply = bot.get("teapots/1");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("message")).isEqualTo("404: Not Found");
        assertThat(discord.problems()).singleElement().asString().contains("GET /teapots/1");
    }

    @Test
    void refusesMoreThan2000Characters() {
        Reply reply = send("{'content':'" + "a".repeat(2001) + "'}");

        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.body().at("/errors/content/_errors/0/code").asString()).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(send("{'content':'" + "a".repeat(2000) + "'}").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatTheContractDoesNotDescribe() {
        org.assertj.core.api.Assumptions.assumeThat(Contract.shared())
                .as("Discord's description beside the project")
                .isPresent();

        assertThat(send("{'content':17}").code()).isEqualTo(50035);
        assertThat(send("{'content':'x','embeds':[{'color':-1}]}").code()).isEqualTo(50035);
        assertThat(discord.problems()).hasSize(2);
    }

    @Test
    void refusesEmbedsOfMoreThan6000CharactersInAll() {
        String embed = "{'description':'" + "a".repeat(3001) + "'}";

        assertThat(send("{'embeds':[" + embed + "]}").status()).isEqualTo(200);
        assertThat(send("{'embeds':[" + embed + "," + embed + "]}").code()).isEqualTo(50035);
    }

    @Test
    void refusesTheSameCustomIdTwice() {
        String button = "{'type':2,'style':1,'label':'A','custom_id':'a'}";

        assertThat(send(row(button)).status()).isEqualTo(200);
        assertThat(send(row(button + "," + button)).code()).isEqualTo(50035);
    }

    @Test
    void keepsComponentsV2ApartAndForGood() {
        String text = "{'flags':32768,'components':[{'type':10,'content':'hi'}]";

        assertThat(send(text + ",'content':'x'}").code()).isEqualTo(50035);
        assertThat(send("{'components':[{'type':10,'content':'hi'}]}").code()).isEqualTo(50035);
        String id = send(text + "}").text("id");
        assertThat(edit(id, "{'content':'x','components':[]}").code()).isEqualTo(50035);
        assertThat(discord.messages(lab).getFirst().text()).isEqualTo("hi");
    }

    @Test
    void makesAnOldMessageComponentsV2OnlyWhenItsTextGoes() {
        String id = send("{'content':'old'}").text("id");
        String change = "{'flags':32768,'components':[{'type':10,'content':'new'}]";

        assertThat(edit(id, change + "}").code()).isEqualTo(50035);
        assertThat(edit(id, change + ",'content':null,'embeds':[]}").status()).isEqualTo(200);
        assertThat(discord.messages(lab).getFirst().text()).isEqualTo("new");
    }

    @Test
    void refusesAnEmptyMessage() {
        assertThat(send("{'content':' '}").code()).isEqualTo(50006);
    }

    @Test
    void givesTheFirstMessageForTheSameNonceWithinMinutes() {
        String body = "{'content':'once','nonce':'n1','enforce_nonce':true}";

        String first = send(body).text("id");
        assertThat(send(body).text("id")).isEqualTo(first);
        assertThat(discord.messages(lab)).hasSize(1);

        clock.advance(Duration.ofHours(2));
        assertThat(send(body).text("id")).isNotEqualTo(first);
    }

    @Test
    void recordsWhomAMessageNotifies() {
        lab.botPermissions(Permission.POSTING | Permission.MENTION_EVERYONE);
        String text = "@everyone " + ana.mention() + " `" + ana.mention() + "`";

        send("{'content':'" + text + "'}");
        String quiet = send("{'content':'" + text + "','allowed_mentions':{'parse':[]}}")
                .text("id");

        assertThat(discord.messages(lab).getFirst().pings()).containsExactlyInAnyOrder("everyone", "user:" + ana.id());
        assertThat(discord.messages(lab).getLast().pings()).isEmpty();
        edit(quiet, "{'content':'" + text + "'}");
        assertThat(discord.messages(lab).getLast().pings()).isNotEmpty();
    }

    @Test
    void answersWhatIsMissingOrForbidden() {
        assertThat(bot.post("channels/1/messages", "{'content':'x'}").code()).isEqualTo(10003);
        assertThat(edit("1", "{'content':'x'}").code()).isEqualTo(10008);
        assertThat(bot.get("users/1").code()).isEqualTo(10013);
        DiscordPerson gone = discord.guild().stranger("gone");
        assertThat(bot.get("guilds/" + discord.guild().id() + "/members/" + gone.id())
                        .code())
                .isEqualTo(10007);
        lab.botPermissions(Permission.VIEW_CHANNEL);
        assertThat(send("{'content':'x'}").code()).isEqualTo(50013);
        lab.botPermissions(0);
        assertThat(send("{'content':'x'}").code()).isEqualTo(50001);
    }

    @Test
    void opensDirectMessagesAndFindsThemClosed() {
        String dm = bot.post("users/@me/channels", "{'recipient_id':'" + ana.id() + "'}")
                .text("id");
        assertThat(bot.post("channels/" + dm + "/messages", "{'content':'hi'}").status())
                .isEqualTo(200);

        ana.closesDirectMessages();
        assertThat(bot.post("channels/" + dm + "/messages", "{'content':'hi'}").code())
                .isEqualTo(50007);
        assertThat(discord.messages(ana.directMessages())).hasSize(1);
    }

    @Test
    void limitsEditsOfMessagesOlderThanAnHour() {
        discord.editsOfOldMessages(1, Duration.ofMinutes(1));
        String id = send("{'content':'x'}").text("id");
        clock.advance(Duration.ofMinutes(61));

        assertThat(edit(id, "{'content':'y'}").status()).isEqualTo(200);
        Reply refused = edit(id, "{'content':'z'}");
        assertThat(refused.code()).isEqualTo(30046);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        clock.advance(Duration.ofMinutes(1));
        assertThat(edit(id, "{'content':'z'}").status()).isEqualTo(200);
    }

    @Test
    void countsCreationsOfCommands() {
        String path = "applications/" + discord.app().id() + "/guilds/"
                + discord.guild().id() + "/commands";
        for (int i = 0; i < 100; i++) {
            assertThat(bot.put(path, "[{'name':'a" + i + "','description':'d'}]")
                            .status())
                    .isEqualTo(200);
            assertThat(bot.put(path, "[{'name':'b" + i + "','description':'d'}]")
                            .status())
                    .isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(bot.put(path, "[{'name':'b99','description':'other'}]").status())
                .isEqualTo(200);
        assertThat(bot.put(path, "[{'name':'c','description':'d'}]").code()).isEqualTo(30034);
        assertThat(discord.commands().creationsToday()).isEqualTo(200);
    }

    @Test
    void refusesCommandsThatDiscordRefuses() {
        String path = "applications/" + discord.app().id() + "/commands";
        String required = "{'type':3,'name':'r','description':'d','required':true}";
        String optional = "{'type':3,'name':'o','description':'d'}";
        String long8000 = "{'type':3,'name':'x','description':'d','choices':["
                + ("{'name':'" + "n".repeat(100) + "','value':'" + "v".repeat(100) + "'},").repeat(25)
                + "{}]}";

        assertThat(bot.post(path, "{'name':'Upper','description':'d'}").code()).isEqualTo(50035);
        assertThat(bot.post(path, "{'name':'a','description':''}").code()).isEqualTo(50035);
        assertThat(bot.post(path, command(optional + "," + required)).code()).isEqualTo(50035);
        assertThat(bot.post(path, command(long8000)).code()).isEqualTo(50035);
        assertThat(bot.post(path, command(required + "," + optional)).status()).isEqualTo(201);
    }

    @Test
    void saysWhenToComeBack() {
        discord.faults().rateLimit(1, MESSAGES, Duration.ofMillis(1500));

        Reply limited = send("{'content':'x'}");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("2");
        assertThat(limited.body().path("retry_after").asDouble(0)).isEqualTo(1.5);
        Reply next = send("{'content':'x'}");
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.header("X-RateLimit-Remaining")).isNotEmpty();
    }

    @Test
    void limitsABucketWhenATestSetsIt() {
        discord.rateLimits().limit(MESSAGES, 2, Duration.ofSeconds(5));

        send("{'content':'1'}");
        assertThat(send("{'content':'2'}").header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(send("{'content':'3'}").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(5));
        assertThat(send("{'content':'3'}").status()).isEqualTo(200);
    }

    @Test
    void breaksInEveryWayThatATestOrders() {
        discord.faults().next(1, MESSAGES, RestFault.INTERNAL_ERROR);
        assertThat(send("{'content':'x'}").status()).isEqualTo(500);
        discord.faults().next(1, MESSAGES, RestFault.BAD_GATEWAY);
        assertThat(send("{'content':'x'}").header("Content-Type")).isEqualTo("text/html");
        assertThat(discord.messages(lab)).isEmpty();

        discord.faults().next(1, MESSAGES, RestFault.LOSE_ANSWER);
        assertThatThrownBy(() -> send("{'content':'x'}")).isInstanceOf(UncheckedIOException.class);
        assertThat(discord.messages(lab)).hasSize(1);
    }

    private Reply send(String json) {
        return bot.post("channels/" + lab.id() + "/messages", json);
    }

    private Reply edit(String id, String json) {
        return bot.patch("channels/" + lab.id() + "/messages/" + id, json);
    }

    private static String row(String buttons) {
        return "{'content':'x','components':[{'type':1,'components':[" + buttons + "]}]}";
    }

    private static String command(String options) {
        return "{'name':'a','description':'d','options':[" + options + "]}";
    }
}
