package dev.hallm.bot.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hallm.bot.platform.discord.fake.RawBot.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the fake's own answers against Discord's description. */
class AnswersTest {
    private static final String CARD = "{'content':'x','embeds':[{'title':'t','fields':[{'name':'n','value':'v'}]}],"
            + "'components':[{'type':1,'components':[{'type':2,'style':1,'label':'Go','custom_id':'go'}]}]}";

    private final FakeDiscord discord = FakeDiscord.start();
    private final RawBot bot = new RawBot(discord);
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana", discord.guild().role("admins"));
    private final String guild = "guilds/" + discord.guild().id();

    @BeforeEach
    void needsTheDescription() {
        assumeThat(Contract.shared())
                .as("Discord's description beside the project")
                .isPresent();
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void describeTheAppAndTheGuild() {
        check("GET /users/@me", bot.get("users/@me"));
        check("GET /applications/@me", bot.get("applications/@me"));
        check("GET /gateway/bot", bot.get("gateway/bot"));
        check("GET /guilds/{guild_id}", bot.get(guild));
        check("GET /guilds/{guild_id}/roles", bot.get(guild + "/roles"));
        check("GET /guilds/{guild_id}/channels", bot.get(guild + "/channels"));
        check("GET /guilds/{guild_id}/members/{user_id}", bot.get(guild + "/members/" + ana.id()));
        check("GET /guilds/{guild_id}/members/search", bot.get(guild + "/members/search?query=an&limit=5"));
        check("GET /users/{user_id}", bot.get("users/" + ana.id()));
        check("GET /channels/{channel_id}", bot.get("channels/" + lab.id()));
        check("POST /users/@me/channels", bot.post("users/@me/channels", "{'recipient_id':'" + ana.id() + "'}"));
    }

    @Test
    void describeMessagesAndCommands() {
        String messages = "channels/" + lab.id() + "/messages";
        Reply created = bot.post(messages, CARD);
        check("POST /channels/{channel_id}/messages", created);
        String one = messages + "/" + created.text("id");
        check("PATCH /channels/{channel_id}/messages/{message_id}", bot.patch(one, "{'content':'y'}"));
        check("GET /channels/{channel_id}/messages", bot.get(messages));

        String commands = "applications/" + discord.app().id() + "/" + guild + "/commands";
        String route = "/applications/{application_id}/guilds/{guild_id}/commands";
        check("POST " + route, bot.post(commands, "{'name':'ping','description':'d','contexts':[0]}"));
        check("GET " + route, bot.get(commands));
        SentInteraction command = ana.slash("ping", Map.of());
        check(
                "POST /interactions/{interaction_id}/{interaction_token}/callback",
                bot.callback(command, "{'type':5,'data':{'flags':64}}"));
        check(
                "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
                bot.editOriginal(command, "{'content':'done'}"));
    }

    @Test
    void existForEveryRouteInTheDescription() {
        Contract contract = Contract.shared().orElseThrow();

        assertThat(discord.routes())
                .filteredOn(route -> !route.template().startsWith("/attachments"))
                .allMatch(contract::describes);
    }

    private void check(String route, Reply reply) {
        assertThat(reply.status()).as(route + " " + reply.body()).isBetween(200, 201);
        Route found = discord.routes().stream()
                .filter(one -> one.toString().equals(route))
                .findFirst()
                .orElseThrow();
        assertThat(Contract.shared().orElseThrow().complaintsAboutAnswer(found, reply.status(), reply.body()))
                .as(route + " " + reply.body())
                .isEmpty();
    }
}
