package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.platform.discord.fake.FakeGateway;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import dev.hallm.bot.scenario.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL, one of which is killed. */
class LeaderHandOverIT {
    private static final Duration HAND_OVER = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Surroundings surroundings = new Surroundings();
    private final FakeGateway gateway = surroundings.discord().gateway();

    @SuppressWarnings("NullAway.Init") // before each test
    private EmbeddedPostgres postgres;

    @BeforeEach
    void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        gateway.identifyWindow(Duration.ZERO);
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
        surroundings.close();
    }

    private BotProcess start(String name) {
        return BotLaunch.in(folder)
                .named(name)
                .on(postgres.getJdbcUrl("postgres", "postgres"), "postgres")
                .with(surroundings)
                .start();
    }

    @Test
    void theSurvivorAnswersOnDiscordWithinFiveSecondsOfAKill(TestReporter reporter) {
        try (BotProcess leader = start("leader").awaitUp("slack", "discord");
                BotProcess other = start("other").awaitUp("slack", "discord")) {
            assertAnswersOnceTogether(leader, other);
            surroundings.awaitDiscordCommands();
            assertThat(gateway.identifies()).isEqualTo(1);
            assertThat(gateway.openConnections()).isEqualTo(1);
            long killed = System.nanoTime();

            leader.kill();

            await("the survivor's connection")
                    .atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> gateway.identifies() == 2);
            SentInteraction asked =
                    surroundings.discordPerson("ana").slash("user show", Map.of("name", "after-the-kill"));
            assertThat(asked.awaitAnswer().text()).contains("after-the-kill");
            Duration took = Duration.ofNanos(System.nanoTime() - killed);
            reporter.publishEntry("from the kill to an answer", took.toString());
            assertThat(took).isLessThan(HAND_OVER);
            assertThat(gateway.openConnections()).isEqualTo(1);
            assertThat(surroundings.slack().problems()).isEmpty();
            assertThat(surroundings.discord().problems()).isEmpty();
            JsonLog.assertClean(leader.log(), surroundings);
            JsonLog.assertClean(other.log(), surroundings);
        }
    }

    /** What Slack delivers to either of two that work together is answered once, a repeat to the other included. */
    private void assertAnswersOnceTogether(BotProcess one, BotProcess other) {
        SlackPerson here = person(one);
        SlackPerson there = person(other);
        assertThat(here.slash("user show typed-here").acknowledged()).isTrue();
        assertThat(there.slash("user show typed-there").acknowledged()).isTrue();
        Receipt written = here.dm("user show written");
        assertThat(written.acknowledged()).isTrue();
        assertThat(there.again(written, 1, "http_timeout").acknowledged()).isTrue();
        Receipt last = there.dm("user show last");
        assertThat(last.acknowledged()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("typed-here") == 1
                        && count("typed-there") == 1
                        && count("written") == 1
                        && count("last") == 1);
    }

    private SlackPerson person(BotProcess bot) {
        return surroundings
                .slack()
                .person(Surroundings.slackId("ana"), surroundings.slack().http(bot.slackEvents()));
    }

    private long count(String name) {
        var workspace = surroundings.slack().workspace();
        String ana = Surroundings.slackId("ana");
        return List.of(workspace.ephemeral(ana), workspace.directMessages(ana)).stream()
                .flatMap(List::stream)
                .map(SlackMessage::flat)
                .filter(text -> text.contains("\"" + name + "\" is no tenant"))
                .count();
    }
}
