package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher.Entry;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.ResponseType;
import dev.hallm.bot.platform.discord.fake.RestFault;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The connection to Discord: what it survives, what it says, what it registers. */
class GatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UPLOAD = "PUT /applications/{application_id}/guilds/{guild_id}/commands";

    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana");
    private final List<BotOnDiscord> bots = new ArrayList<>();

    @AfterEach
    void close() {
        bots.forEach(BotOnDiscord::close);
        discord.close();
    }

    @Test
    void saysWhoItIsOnceConnected() {
        BotOnDiscord bot = connected();

        await().untilAsserted(() -> assertThat(bot.state.self()).isPresent());
        assertThat(bot.state.leader()).isTrue();
        assertThat(bot.state.guildSeen()).isTrue();
        assertThat(bot.state.lastError()).isEmpty();
        await().untilAsserted(() -> assertThat(bot.state.missingIntents()).containsExactly("GUILD_MEMBERS"));
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void registersCommandsOnceAndNotAgain() {
        connected().close();
        BotOnDiscord next = connected();

        await().untilAsserted(() -> assertThat(next.state.missingIntents()).isNotEmpty());
        assertThat(discord.requests(UPLOAD)).hasSize(1);
        assertThat(discord.commands().namesOfGuild()).containsExactlyInAnyOrder("help", "user");
    }

    @Test
    void registersCommandsThatChanged() {
        connected().close();
        BotOnDiscord next = bot(discord.token());
        next.dispatcher.commands = List.of(new Entry("whoami", "Who you are", form("whoami")));
        next.link.gateway().start();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(discord.commands().namesOfGuild()).containsExactly("whoami"));
    }

    @Test
    void withoutATokenItSaysSo() {
        BotOnDiscord bot = bot("");

        bot.link.gateway().start();

        assertThat(bot.state.lastError()).contains("DISCORD_TOKEN is not set");
        assertThat(bot.link.platform().sends()).isFalse();
        assertThat(bot.post(lab, hello(), Attempt.first("1"))).isInstanceOf(Sent.Later.class);
    }

    @Test
    void withAWrongTokenItGoesOnAndAsksRarely() {
        BotOnDiscord bot = bot("MTIz.wrong.token");

        bot.link.gateway().start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bot.state.tokenRefused()).isTrue());
        assertThat(bot.state.lastError())
                .hasValueSatisfying(why -> assertThat(why).contains("refuses the token"));
        assertThat(bot.link.platform().sends()).isFalse();
        assertThat(bot.link.gateway().isRunning()).isTrue();
        assertThat(discord.requests()).hasSize(1);
    }

    @Test
    void aTokenRefusedByTheGatewayIsAskedAboutRarely() {
        BotOnDiscord bot = connected();

        discord.gateway().closeWith(4004);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bot.state.tokenRefused()).isTrue());
        assertThat(bot.link.platform().sends()).isFalse();
        assertThat(discord.gateway().identifies()).isEqualTo(1);
    }

    @Test
    void intentsThatAreRefusedAreSaid() {
        BotOnDiscord bot = connected();

        discord.gateway().closeWith(4014);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bot.state.lastError())
                        .hasValueSatisfying(why -> assertThat(why).contains("intents")));
    }

    @Test
    void startsWhileDiscordIsAway() {
        discord.faults().away();
        BotOnDiscord bot = bot(discord.token());

        bot.link.gateway().start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bot.state.lastError()).isPresent());
        discord.faults().back();
        bot.awaitConnected();
        await().untilAsserted(() -> assertThat(bot.state.lastError()).isEmpty());
    }

    @Test
    void resumesADroppedConnection() {
        BotOnDiscord bot = connected();

        discord.gateway().dropConnection();

        await().atMost(PATIENCE).until(() -> discord.gateway().resumes() == 1);
        bot.awaitConnected();
        answers();
        assertThat(discord.gateway().identifies()).isEqualTo(1);
    }

    @Test
    void reconnectsWhenDiscordAsksForIt() {
        BotOnDiscord bot = connected();

        discord.gateway().reconnect();

        await().atMost(PATIENCE).until(() -> discord.gateway().resumes() == 1);
        bot.awaitConnected();
        answers();
    }

    @Test
    void beginsANewSessionWhenTheOldOneIsInvalid() {
        BotOnDiscord bot = connected();

        discord.gateway().invalidate(false);

        await().atMost(PATIENCE).until(() -> discord.gateway().identifies() == 2);
        bot.awaitConnected();
        answers();
    }

    @Test
    void comesBackLate() {
        BotOnDiscord bot = connected();
        discord.gateway().away();
        await().atMost(PATIENCE).until(() -> !bot.state.connected());

        Sent meanwhile = bot.post(lab, hello(), Attempt.first("meanwhile"));
        discord.gateway().back();

        assertThat(meanwhile).isInstanceOf(Sent.Delivered.class);
        bot.awaitConnected();
        answers();
    }

    @Test
    void anUnknownEventDoesNoHarm() {
        connected();

        discord.gateway()
                .dispatch(
                        "NOVELTY_CREATE", JsonMapper.shared().createObjectNode().put("new", true));

        answers();
    }

    @Test
    void readsTheCommandsAgainWhenThatFailed() {
        discord.faults()
                .next(1, "GET /applications/{application_id}/guilds/{guild_id}/commands", RestFault.INTERNAL_ERROR);

        BotOnDiscord bot = bot(discord.token());
        bot.link.gateway().start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bot.state.lastError())
                        .hasValueSatisfying(why -> assertThat(why).contains("commands could not be registered")));
        assertThat(bot.link.platform().sends()).isTrue();
    }

    private void answers() {
        assertThat(ana.in(lab).slash("help", Map.of()).awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
    }

    private BotOnDiscord connected() {
        BotOnDiscord bot = BotOnDiscord.connected(discord, new FreeLock(), Clock.systemUTC());
        bots.add(bot);
        return bot;
    }

    private BotOnDiscord bot(String token) {
        BotOnDiscord bot = BotOnDiscord.ready(discord, token, new FreeLock(), Clock.systemUTC());
        bots.add(bot);
        return bot;
    }

    private static Form form(String id) {
        return new Form(id, id, "Send", List.of());
    }

    private static Message hello() {
        return Message.text(Tone.NEUTRAL, "Hello");
    }
}
