package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.platform.discord.fake.SentInteraction;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import dev.hallm.bot.scenario.DiscordStage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.scenario.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as in production, between Slack and Discord. */
class PlatformsIT {
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Surroundings surroundings = new Surroundings();
    private final Stage discord = new DiscordStage(surroundings);

    @SuppressWarnings("NullAway.Init") // before each test
    private BotLaunch launch;

    @BeforeEach
    void prepare() {
        launch = BotLaunch.in(folder).with(surroundings);
    }

    @AfterEach
    void stop() {
        surroundings.close();
    }

    private BotProcess connected() {
        BotProcess bot = launch.start().awaitTenants().awaitUp("slack", "discord");
        surroundings.awaitDiscordCommands();
        return bot;
    }

    private Stage slackOf(BotProcess bot) {
        return new SlackStage(surroundings.slack(), surroundings.slack().http(bot.slackEvents()));
    }

    @Test
    void carriesARequestFromDiscordToSlackAndEndsWithinTenSecondsOfSigterm() {
        try (BotProcess bot = connected()) {
            Stage slack = slackOf(bot);
            discord.asks(
                    "ana", "user create", Map.of("name", "bridge", "owner", discord.mention("cy"), "size", "small"));
            Seen onSlack = slack.in(Place.APPROVALS, "Access request · bridge");
            Seen onDiscord = discord.in(Place.APPROVALS, "Access request · bridge");
            assertThat(slack.answerTo("bo", onSlack, "Approve request").text())
                    .contains("Your vote does not count yet", "Run \"link\" on Slack");
            link("bo", slack);

            slack.clicks("bo", onSlack, "Approve request");

            assertFollowed(slack, onSlack);
            assertFollowed(discord, onDiscord);
            discord.in(Place.direct("ana"), "bridge was approved by Bo Lind");
            Seen welcome = discord.in(Place.direct("cy"), "Welcome! bridge");
            String secret = discord.secretOf("cy", welcome, "Show once");
            assertThat(secret).contains("Credentials of bridge");
            assertThat(slack.has(Place.direct("cy"), "bridge")).isFalse();
            assertEndsCleanly(bot);
            assertUnblemished(bot);
        }
    }

    @Test
    void bringsAFailedItemThroughWhoeverRetriesItWherever() {
        try (BotProcess bot = connected()) {
            Stage slack = slackOf(bot);
            link("bo", slack);
            discord.asks(
                    "ana", "user create", Map.of("name", "ferry", "owner", discord.mention("cy"), "size", "shaky"));
            slack.clicks("bo", slack.in(Place.APPROVALS, "Access request · ferry"), "Approve request");
            Seen onDiscord = discord.in(Place.OPERATIONS, "Onboarding ferry ·");
            Seen onSlack = slack.becomes(slack.in(Place.OPERATIONS, "Onboarding ferry ·"), "pulls-later");

            slack.clicks("bo", onSlack, "Retry step");

            discord.becomes(onDiscord, "ferry is ready");
            slack.becomes(onSlack, "ferry is ready");
            discord.in(Place.direct("cy"), "Welcome! ferry");
            assertUnblemished(bot);
        }
    }

    private static void assertFollowed(Stage stage, Seen request) {
        assertThat(stage.becomes(request, "Approved by Bo Lind").labels()).containsExactly("Show details");
        stage.becomes(stage.in(Place.OPERATIONS, "Onboarding bridge ·"), "bridge is ready");
    }

    /** Begun on Slack, where the code is shown, and ended on Discord. */
    private void link(String who, Stage slack) {
        Matcher code = CODE.matcher(slack.asks(who, "link").text());
        assertThat(code.find()).isTrue();
        Seen entered = discord.asks(who, "link show", Map.of("code", code.group()));
        Seen asked = slack.in(Place.direct(who), "Is this you?");
        discord.clicks(who, entered, "Confirm link");
        discord.becomes(entered, "has yet to confirm");
        slack.clicks(who, asked, "Confirm link");
        slack.becomes(asked, "are one person now");
    }

    private void assertEndsCleanly(BotProcess bot) {
        assertThat(surroundings.slack().socket().connections()).isPositive();
        assertThat(surroundings.discord().gateway().openConnections()).isEqualTo(1);
        assertThat(bot.terminate(Duration.ofSeconds(10))).isEqualTo(143);
        await().until(() -> surroundings.discord().gateway().openConnections() == 0);
    }

    private void assertUnblemished(BotProcess bot) {
        assertThat(surroundings.slack().problems()).isEmpty();
        assertThat(surroundings.discord().problems()).isEmpty();
        JsonLog.assertClean(bot.log(), surroundings);
    }

    @Test
    void answersAfterItsRestartWhatItAcknowledgedBeforeItWasKilled() {
        List<SentInteraction> interactions = new ArrayList<>();
        Receipt written;
        try (BotProcess bot = connected()) {
            SlackPerson ana = slackPerson(bot, "ana");
            written = ana.dm("user show written");
            List<Callable<Receipt>> commands = new ArrayList<>();
            IntStream.range(0, 10).forEach(n -> commands.add(() -> ana.slash("user show typed-" + n)));
            commands.add(() -> ana.slash("user create killed owner=<@U0CY|cy> size=small"));
            IntStream.range(0, 3)
                    .forEach(n -> interactions.add(
                            surroundings.discordPerson("ana").slash("user show", Map.of("name", "chosen-" + n))));
            assertThat(allOf(commands)).allMatch(Receipt::acknowledged);
            interactions.forEach(SentInteraction::awaitResponse);
            bot.kill();
        }

        try (BotProcess bot = connected()) {
            Stage slack = slackOf(bot);
            assertThat(slackPerson(bot, "ana").again(written, 1, "http_timeout").acknowledged())
                    .isTrue();

            IntStream.range(0, 10).forEach(n -> awaitPrivate("ana", "typed-" + n));
            IntStream.range(0, 3)
                    .forEach(n ->
                            assertThat(interactions.get(n).awaitAnswer().text()).contains("chosen-" + n));
            slack.in(Place.direct("ana"), "\"written\" is no tenant");
            slack.in(Place.APPROVALS, "Access request · killed");
            discord.in(Place.APPROVALS, "Access request · killed");
            awaitPrivate("ana", "waits for 1 approval");
            slack.asks("ana", "whoami");
            assertThat(surroundings.slack().workspace().messages("C0APPROVALS")).hasSize(1);
            assertThat(surroundings.discord().messages(surroundings.discordChannel(Place.Kind.APPROVALS)))
                    .filteredOn(message -> !message.isEphemeral())
                    .hasSize(1);
            assertThat(direct("ana"))
                    .filteredOn(text -> text.contains("\"written\" is no tenant"))
                    .hasSize(1);
            assertUnblemished(bot);
        }
    }

    private SlackPerson slackPerson(BotProcess bot, String who) {
        return surroundings
                .slack()
                .person(Surroundings.slackId(who), surroundings.slack().http(bot.slackEvents()));
    }

    private static <T> List<T> allOf(List<Callable<T>> deeds) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = threads.invokeAll(deeds);
            var results = new ArrayList<T>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void awaitPrivate(String who, String words) {
        await("a private answer with " + words)
                .atMost(PATIENCE)
                .until(() -> surroundings.slack().workspace().ephemeral(Surroundings.slackId(who)).stream()
                        .anyMatch(message -> message.flat().contains(words)));
    }

    private List<String> direct(String who) {
        return surroundings.slack().workspace().directMessages(Surroundings.slackId(who)).stream()
                .map(SlackMessage::flat)
                .toList();
    }

    @Test
    void runsAndSaysSoWithWrongTokens() {
        String slackToken = "xoxb-1-of-another-app";
        String discordToken = "of.another.app";
        BotLaunch wrong = launch.with(Map.of("SLACK_BOT_TOKEN", slackToken, "DISCORD_TOKEN", discordToken));

        try (BotProcess bot = wrong.start()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(bot.health("slack").toString()).contains("DOWN", "misconfigured");
                assertThat(bot.health("discord").toString()).contains("DOWN", "misconfigured");
            });
            assertThat(bot.isReady()).isTrue();
            JsonLog.assertClean(bot.log(), surroundings, slackToken, discordToken);
        }
    }

    @Test
    void examinesItselfOnATerminal() {
        try (BotProcess bot = launch.start()) {
            bot.terminate(Duration.ofSeconds(10));
        }
        BotLaunch.Ended healthy = launch.run("doctor", "--json");
        surroundings.slack().grantScopes("chat:write", "users:read", "usergroups:read", "commands");
        BotLaunch.Ended lacking = launch.run("doctor", "--json");

        assertThat(healthy).as(healthy.toString()).returns(0, BotLaunch.Ended::exitCode);
        assertThat(lacking.exitCode()).isEqualTo(1);
        assertThat(lacking.out()).contains("HB-S10", "im:write");
    }
}
