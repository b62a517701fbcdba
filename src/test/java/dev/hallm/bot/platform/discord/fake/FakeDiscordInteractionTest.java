package dev.hallm.bot.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FakeDiscordInteractionTest {
    private static final String MODAL = "{'type':9,'data':{'custom_id':'m','title':'T','components':["
            + "{'type':18,'label':'Why','component':{'type':4,'custom_id':'why','style':1,'max_length':5}}]}}";
    private static final String BUTTON =
            "'components':[{'type':1,'components':[{'type':2,'style':1,'label':'Go','custom_id':'go'}]}]";

    private final MutableClock clock = new MutableClock();
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final RawBot bot = new RawBot(discord);
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana");

    @BeforeEach
    void register() {
        String command = "{'name':'quota','description':'d','options':[{'type':1,'name':'set','description':'d',"
                + "'options':[{'type':3,'name':'size','description':'d','required':true,"
                + "'choices':[{'name':'S','value':'s'}]},{'type':6,'name':'who','description':'d'}]}]}";
        String path = "applications/" + discord.app().id();
        bot.put(path + "/guilds/" + discord.guild().id() + "/commands", "[" + command + "]");
        bot.put(path + "/commands", "[{'name':'ping','description':'d','contexts':[0,1]}]");
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void forgetsAnInteractionAfterThreeSeconds() {
        SentInteraction late = command();
        clock.advance(Duration.ofMillis(3001));

        assertThat(bot.callback(late, "{'type':5}").code()).isEqualTo(10062);
        assertThat(bot.editOriginal(late, "{'content':'x'}").code()).isEqualTo(10015);
        assertThat(late.response()).isEmpty();
    }

    @Test
    void takesOneFirstResponse() {
        SentInteraction command = command();

        assertThat(bot.callback(command, "{'type':5,'data':{'flags':64}}").status())
                .isEqualTo(200);
        assertThat(bot.callback(command, MODAL).code()).isEqualTo(40060);
        assertThat(command.isEphemeral()).isTrue();
    }

    @Test
    void forgetsTheTokenAfterFifteenMinutes() {
        SentInteraction command = command();
        bot.callback(command, "{'type':5}");
        clock.advance(Duration.ofMinutes(15));
        assertThat(bot.editOriginal(command, "{'content':'x'}").status()).isEqualTo(200);

        clock.advance(Duration.ofMillis(1));
        assertThat(bot.editOriginal(command, "{'content':'x'}").code()).isEqualTo(10015);
        assertThat(bot.followUp(command, "{'content':'x'}").code()).isEqualTo(10015);
    }

    @Test
    void editsADeferredMessageByTheFirstFollowup() {
        SentInteraction command = command();
        bot.callback(command, "{'type':5,'data':{'flags':64}}");

        bot.followUp(command, "{'content':'first'}");
        bot.followUp(command, "{'content':'second'}");

        assertThat(command.awaitAnswer().text()).isEqualTo("first");
        assertThat(command.awaitAnswer().isEphemeral()).isTrue();
        assertThat(command.followups())
                .singleElement()
                .satisfies(second -> assertThat(second.isEphemeral()).isFalse());
    }

    @Test
    void hidesAPrivateAnswerFromTheBotsToken() {
        SentInteraction command = command();
        bot.callback(command, "{'type':4,'data':{'content':'secret','flags':64}}");
        String id = command.awaitAnswer().id();

        assertThat(bot.patch("channels/" + lab.id() + "/messages/" + id, "{'content':'x'}")
                        .code())
                .isEqualTo(10008);
        assertThat(discord.messages(lab, discord.person("bo"))).isEmpty();
        assertThat(discord.messages(lab, ana)).hasSize(1);
    }

    @Test
    void refusesComponentsV2AtTheDefer() {
        assertThat(bot.callback(command(), "{'type':5,'data':{'flags':32768}}").code())
                .isEqualTo(50035);
    }

    @Test
    void opensAModalAndRefusesOneAsTheAnswerToItsSubmit() {
        SentInteraction command = command();
        bot.callback(command, MODAL);
        OpenedModal modal = command.awaitModal();

        assertThatThrownBy(() -> ana.submits(modal, Map.of("Why", "too long"))).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> ana.submits(modal, Map.of())).isInstanceOf(NotOffered.class);
        SentInteraction submit = ana.submits(modal, Map.of("Why", "so"));

        JsonNode label = submit.payload().at("/data/components/0");
        assertThat(label).isEqualTo(Json.read("""
                {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"why","value":"so"}}"""));
        assertThat(bot.callback(submit, MODAL).code()).isEqualTo(50035);
        assertThat(bot.callback(submit, "{'type':7,'data':{'content':'x'}}").code())
                .isEqualTo(50035);
    }

    @Test
    void refusesASixthComponentInAModal() {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            labels.append(i == 0 ? "" : ",")
                    .append("{'type':18,'label':'L','component':{'type':4,'custom_id':'c")
                    .append(i)
                    .append("','style':1}}");
        }

        assertThat(bot.callback(command(), MODAL.replaceFirst("\\[.*]", "[" + labels + "]"))
                        .code())
                .isEqualTo(50035);
    }

    @Test
    void updatesTheMessageOfAButton() {
        DiscordMessage card = post(lab, "{'content':'card'," + BUTTON + "}");
        SentInteraction click = ana.clicks(card, "Go");

        assertThat(click.payload().at("/member/permissions").asString()).isNotEmpty();
        assertThat(click.payload().has("user")).isFalse();
        bot.callback(click, "{'type':7,'data':{'content':'done','components':[]}}");

        assertThat(card.text()).isEqualTo("done");
        assertThat(card.buttons()).isEmpty();
        assertThatThrownBy(() -> ana.clicks(card, "Go")).isInstanceOf(NotOffered.class);
    }

    @Test
    void sendsAUserWithoutMemberFromDirectMessages() {
        DiscordMessage card = post(ana.directMessages(), "{'content':'card'," + BUTTON + "}");

        JsonNode payload = ana.clicksInDirectMessage(card, "Go").payload();

        assertThat(payload.has("member")).isFalse();
        assertThat(payload.has("guild_id")).isFalse();
        assertThat(payload.at("/user/id").asString()).isEqualTo(ana.id());
        assertThat(payload.path("context").asInt(-1)).isEqualTo(1);
        assertThat(payload.at("/authorizing_integration_owners/0").asString()).isEqualTo("0");
    }

    @Test
    void offersOnlyWhatIsRegistered() {
        assertThatThrownBy(() -> ana.slash("quota set")).hasMessageContaining("required");
        assertThatThrownBy(() -> ana.slash("quota set", Map.of("size", "xl"))).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> ana.slash("quota")).hasMessageContaining("subcommand");
        assertThatThrownBy(() -> ana.slash("unknown")).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> ana.inDirectMessages().slash("quota set", Map.of("size", "s")))
                .isInstanceOf(NotOffered.class);
        assertThat(ana.inDirectMessages().slash("ping", Map.of()).type()).isEqualTo(2);
    }

    @Test
    void buildsOptionsWithResolvedUsers() {
        JsonNode data = ana.slash("quota set", Map.of("size", "s", "who", ana))
                .payload()
                .path("data");

        assertThat(data.at("/options/0/name").asString()).isEqualTo("set");
        assertThat(data.at("/options/0/options")).hasSize(2);
        assertThat(data.at("/resolved/users/" + ana.id() + "/username").asString())
                .isEqualTo("ana");
        assertThat(data.at("/resolved/members/" + ana.id()).has("roles")).isTrue();
    }

    @Test
    void refusesMoreThan25Suggestions() {
        String path = "applications/" + discord.app().id() + "/commands";
        bot.put(
                path,
                "[{'name':'find','description':'d','options':["
                        + "{'type':3,'name':'name','description':'d','autocomplete':true}]}]");
        String choice = "{'name':'a','value':'a'}";
        SentInteraction typing = ana.autocompletes("find", "name", "a");

        String many = (choice + ",").repeat(25) + choice;
        assertThat(bot.callback(typing, "{'type':8,'data':{'choices':[" + many + "]}}")
                        .code())
                .isEqualTo(50035);
        assertThat(bot.callback(typing, "{'type':5}").code()).isEqualTo(50035);
        assertThat(bot.callback(typing, "{'type':8,'data':{'choices':[" + choice + "]}}")
                        .status())
                .isEqualTo(200);
        assertThat(typing.choices()).containsExactly(new Choice("a", "a"));
    }

    @Test
    void pingsOnlyPeopleFromAnInteractionByDefault() {
        lab.botPermissions(Permission.POSTING | Permission.MENTION_EVERYONE);
        SentInteraction command = command();

        bot.callback(command, "{'type':4,'data':{'content':'@everyone " + ana.mention() + "'}}");

        assertThat(command.awaitAnswer().pings()).containsExactly("user:" + ana.id());
    }

    private SentInteraction command() {
        return ana.slash("quota set", Map.of("size", "s"));
    }

    private DiscordMessage post(DiscordChannel channel, String json) {
        bot.post("channels/" + channel.id() + "/messages", json);
        return discord.messages(channel).getLast();
    }
}
