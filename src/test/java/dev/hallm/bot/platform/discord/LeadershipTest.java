package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.ResponseType;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One gateway for all replicas, with the times of the real bot. */
@OnEachDatabase
class LeadershipTest {
    private static final Duration HANDOVER = Duration.ofSeconds(5);

    private final Database database;
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana");
    private final List<BotOnDiscord> bots = new ArrayList<>();

    LeadershipTest(Db kind) {
        database = Databases.fresh(kind);
        discord.gateway().identifyWindow(Duration.ZERO);
    }

    @AfterEach
    void close() {
        bots.forEach(BotOnDiscord::close);
        discord.close();
        database.close();
    }

    /** A replica of its own, whose database can fail for it alone. */
    private final class Replica {
        final FailingLocks locks = new FailingLocks(LeaderLocks.in(database.dataSource()));
        final BotOnDiscord bot = BotOnDiscord.started(
                discord, discord.token(), new DiscordLink.Leaders(locks, LeaderSettings.DEFAULT), Clock.systemUTC());

        Replica() {
            bots.add(bot);
        }

        /** As if the process was gone: its lock stays until it expires. */
        void isKilled() {
            locks.fail();
            locks.forgetUnlock();
            bot.close();
        }
    }

    @Test
    void oneOfTwoConnects() {
        Replica one = new Replica();
        one.bot.awaitConnected();
        Replica other = new Replica();

        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> !other.bot.state.leader());

        assertThat(discord.gateway().openConnections()).isEqualTo(1);
        assertThat(other.bot.link.platform().sends()).isFalse();
    }

    @Test
    void anotherTakesOverWithinFiveSecondsOfAKill() {
        Replica one = new Replica();
        one.bot.awaitConnected();
        Replica other = new Replica();
        await().atMost(HANDOVER).until(() -> discord.commands().find("help").isPresent());
        long killed = System.nanoTime();

        one.isKilled();

        other.bot.awaitConnected();
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(HANDOVER);
        assertThat(ana.in(lab).slash("help", Map.of()).awaitResponse()).isEqualTo(ResponseType.DEFERRED_MESSAGE);
        assertThat(other.bot.dispatcher.deliveries).hasSize(1);
    }

    @Test
    void anotherTakesOverAtOnceFromOneThatEnds() {
        Replica one = new Replica();
        one.bot.awaitConnected();
        Replica other = new Replica();
        long ended = System.nanoTime();

        one.bot.close();

        other.bot.awaitConnected();
        assertThat(Duration.ofNanos(System.nanoTime() - ended))
                .isLessThan(LeaderSettings.DEFAULT.lease().plusSeconds(1));
    }

    @Test
    void aLeaderThatLosesItsDatabaseStopsSendingBeforeAnotherMaySend() {
        Replica one = new Replica();
        one.bot.awaitConnected();
        Replica other = new Replica();

        one.locks.fail();

        await().pollInterval(Duration.ofMillis(5)).atMost(HANDOVER).until(() -> other.bot.state.leader());
        assertThat(one.bot.link.platform().sends()).isFalse();
        other.bot.awaitConnected();
        await().atMost(HANDOVER).until(() -> discord.gateway().openConnections() == 1);
    }

    @Test
    void aLeaderThatLostItLeadsAgainWhenItCan() {
        Replica one = new Replica();
        one.bot.awaitConnected();
        one.locks.fail();
        await().atMost(HANDOVER).until(() -> !one.bot.state.leader());

        one.locks.work();

        one.bot.awaitConnected();
        assertThat(discord.gateway().identifies()).isEqualTo(2);
    }
}
