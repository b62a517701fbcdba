package dev.hallm.bot.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeGatewayTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordPerson ana = discord.person("ana");

    @BeforeEach
    void register() {
        discord.channel("lab");
        discord.gateway().identifyWindow(Duration.ZERO);
        new RawBot(discord)
                .put("applications/" + discord.app().id() + "/commands", "[{'name':'ping','description':'d'}]");
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void readsAndWritesOneZlibStream() throws Exception {
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json&compress=zlib-stream")) {
            client.identify(discord.token(), 1);

            assertThat(client.next("READY").at("/d/session_id").asString()).isNotEmpty();
            assertThat(client.next("GUILD_CREATE").at("/d/id").asString())
                    .isEqualTo(discord.guild().id());
            ana.slash("ping");
            assertThat(client.next("INTERACTION_CREATE").at("/d/type").asInt()).isEqualTo(2);
            assertThat(client.wasCompressed()).isTrue();
        }
    }

    @Test
    void replaysWhatWasMissedAndThenResumes() throws Exception {
        String session;
        int seen;
        try (RawGateway first = RawGateway.connect(discord, "?v=10&encoding=json")) {
            first.identify(discord.token(), 1);
            session = first.next("READY").at("/d/session_id").asString();
            seen = first.next("GUILD_CREATE").path("s").asInt();
            discord.gateway().dropConnection();
            first.awaitClosed();
        }
        SentInteraction missed = ana.slash("ping");

        try (RawGateway second = RawGateway.connect(discord, "?v=10&encoding=json")) {
            second.resume(discord.token(), session, seen);
            assertThat(second.next("INTERACTION_CREATE").at("/d/id").asString()).isEqualTo(missed.id());
            second.next("RESUMED");
        }
    }

    @Test
    void deliversTheLastInteractionAgain() throws Exception {
        String session;
        int seen;
        try (RawGateway first = RawGateway.connect(discord, "?v=10&encoding=json")) {
            first.identify(discord.token(), 1);
            session = first.next("READY").at("/d/session_id").asString();
            ana.slash("ping");
            seen = first.next("INTERACTION_CREATE").path("s").asInt();
            discord.gateway().replayLast();
            first.awaitClosed();
        }

        try (RawGateway second = RawGateway.connect(discord, "?v=10&encoding=json")) {
            second.resume(discord.token(), session, seen);
            assertThat(second.next("INTERACTION_CREATE").path("s").asInt()).isEqualTo(seen);
        }
    }

    @Test
    void refusesAnUnknownSession() throws Exception {
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.resume(discord.token(), "nothing", 1);

            assertThat(client.nextOpcode(9).path("d").asBoolean(true)).isFalse();
        }
    }

    @Test
    void forgetsTheSessionOfAClientThatSaidGoodbye() throws Exception {
        String session;
        try (RawGateway first = RawGateway.connect(discord, "?v=10&encoding=json")) {
            first.identify(discord.token(), 1);
            session = first.next("READY").at("/d/session_id").asString();
            first.leave(1000);
        }

        try (RawGateway second = RawGateway.connect(discord, "?v=10&encoding=json")) {
            second.resume(discord.token(), session, 1);
            assertThat(second.nextOpcode(9).path("d").asBoolean(true)).isFalse();
        }
    }

    @Test
    void hangsUpOnMistakes() throws Exception {
        assertThat(closeCodeAfterIdentify("wrong", 1)).isEqualTo(4004);
        assertThat(closeCodeAfterIdentify(discord.token(), 1 << 1)).isEqualTo(4014);
        assertThat(closeCodeAfterIdentify(discord.token(), 1 << 30)).isEqualTo(4013);
        discord.app().allow(PrivilegedIntent.GUILD_MEMBERS);
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.identify(discord.token(), 1 << 1);
            client.next("READY");
            client.identify(discord.token(), 1);
            assertThat(client.awaitClosed()).isEqualTo(4005);
        }
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json&compress=zstd-stream")) {
            assertThat(client.awaitClosed()).isEqualTo(4002);
        }
        assertThat(discord.problems()).hasSize(5);
    }

    @Test
    void hangsUpWithoutHeartbeats() throws Exception {
        discord.gateway().heartbeatInterval(Duration.ofMillis(100));
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.identify(discord.token(), 1);

            assertThat(client.awaitClosed()).isEqualTo(4009);
        }
    }

    @Test
    void letsOneIdentifyPassInAWindow() throws Exception {
        discord.gateway().identifyWindow(Duration.ofSeconds(5));
        try (RawGateway one = RawGateway.connect(discord, "?v=10&encoding=json");
                RawGateway two = RawGateway.connect(discord, "?v=10&encoding=json")) {
            one.identify(discord.token(), 1);
            one.next("READY");
            two.identify(discord.token(), 1);

            assertThat(two.nextOpcode(9).path("d").asBoolean(true)).isFalse();
        }
    }

    @Test
    void goesAwayAndComesBack() throws Exception {
        discord.gateway().away();
        assertThatThrownBy(() -> RawGateway.connect(discord, "?v=10")).isInstanceOf(IllegalStateException.class);

        discord.gateway().back();
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.identify(discord.token(), 1);
            client.next("READY");
            await().until(() -> discord.gateway().openConnections() == 1);
        }
    }

    @Test
    void sendsWhatNobodyKnowsYet() throws Exception {
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.identify(discord.token(), 1);
            client.next("GUILD_CREATE");
            PersonActions actions = ana.inDirectMessages();

            actions.somethingNew(77, Json.object().put("news", 1));
            assertThat(client.next("INTERACTION_CREATE").at("/d/type").asInt()).isEqualTo(77);
            actions.slashWith(Json.object().put("mood", "good"), "ping", Map.of());
            assertThat(client.next("INTERACTION_CREATE").at("/d/mood").asString())
                    .isEqualTo("good");
        }
    }

    private int closeCodeAfterIdentify(String token, int intents) throws Exception {
        try (RawGateway client = RawGateway.connect(discord, "?v=10&encoding=json")) {
            client.identify(token, intents);
            return client.awaitClosed();
        }
    }
}
