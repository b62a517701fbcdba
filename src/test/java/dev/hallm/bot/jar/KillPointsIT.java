package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.effect.Effects;
import dev.hallm.bot.effect.Point;
import dev.hallm.bot.jar.KillPoints.Kill;
import dev.hallm.bot.jar.KillPoints.Undisturbed;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.scenario.DiscordStage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed before or after any effect on a world outside, an onboarding ends as one that nobody disturbed: on the cluster, in
 * the tenant's Home Assistant, and in what people read on Slack and Discord. A sample of the effects, spread evenly over
 * the whole onboarding, unless the system property {@code hallm.survival} says {@code all} or gives a regular expression
 * for their names; docs/delivery.md has the command.
 */
class KillPointsIT {
    private static final @Nullable String CHOSEN = System.getProperty("hallm.survival");

    /** Fewer than the bot has threads for, which frozen requests keep busy. */
    private static final int AT_ONCE = 5;

    private static final Pattern IS_MESSAGE = Pattern.compile("^(slack|discord) ");
    private static final Pattern IS_EDIT = Pattern.compile(" (chat.update|PATCH) ");

    @TempDir
    Path folder;

    @Test
    void leavesTheSameTenantOnH2(TestReporter reporter) throws IOException {
        survivesOnTheConsole(BotLaunch.in(folder), 5, reporter);
    }

    @Test
    void leavesTheSameTenantOnPostgres(TestReporter reporter) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            survivesOnTheConsole(on(postgres), 3, reporter);
        }
    }

    private BotLaunch on(EmbeddedPostgres postgres) {
        return BotLaunch.in(folder).on(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }

    private void survivesOnTheConsole(BotLaunch database, int samples, TestReporter reporter) throws IOException {
        var effects = new Effects();
        try (InMemoryKube kube = InMemoryKube.start(effects)) {
            SampleCluster.fill(kube);
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
            BotLaunch launch = database.with(
                            "--spring.profiles.active=dev",
                            "--hallm.config=src/test/resources/try/scenario.yaml",
                            "--hallm.kubernetes.kubeconfig=" + kubeconfig)
                    .with(kube);
            var life = new Life(() -> launch.start().awaitTenants());
            try (var points = new KillPoints(new ConsoleCourse(), effects, kube, life)) {
                Undisturbed undisturbed = points.undisturbed();
                assertThat(undisturbed.left()).hasSizeGreaterThan(10);
                survives(points, undisturbed, undisturbed.points(), samples, reporter);
            }
        }
    }

    @Test
    void saysEverythingOnceAskedOnSlackOnH2(TestReporter reporter) {
        try (var surroundings = new Surroundings()) {
            Life life = life(BotLaunch.in(folder).with(surroundings));
            var slack = new SlackStage(
                    surroundings.slack(),
                    delivery ->
                            surroundings.slack().http(life.bot().slackEvents()).deliver(delivery));
            saysEverythingOnce(new ChatCourse(surroundings, slack), surroundings, life, 3, reporter);
        }
    }

    @Test
    void saysEverythingOnceAskedOnDiscordOnPostgres(TestReporter reporter) throws IOException {
        try (var surroundings = new Surroundings();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Life life = life(on(postgres).with(surroundings));
            surroundings.awaitDiscordCommands();
            var course = new ChatCourse(surroundings, new DiscordStage(surroundings));
            saysEverythingOnce(course, surroundings, life, 2, reporter);
        }
    }

    private static Life life(BotLaunch launch) {
        return new Life(() -> launch.start().awaitTenants().awaitUp("slack", "discord"));
    }

    private static void saysEverythingOnce(
            ChatCourse course, Surroundings surroundings, Life life, int samples, TestReporter reporter) {
        try (var points = new KillPoints(course, surroundings.effects(), surroundings.kube(), life)) {
            Undisturbed undisturbed = points.undisturbed();
            survives(points, undisturbed, messages(undisturbed.points()), samples, reporter);
            points.assertNobodyIsToldTwice(undisturbed);
            assertThat(surroundings.slack().problems()).isEmpty();
            assertThat(surroundings.discord().problems()).isEmpty();
        }
    }

    /** Of the edits of a card the first and the last: in between each replaces the one before. */
    private static List<Point> messages(List<Point> points) {
        Map<String, Long> numbers = points.stream().collect(Collectors.groupingBy(Point::what, Collectors.counting()));
        return points.stream()
                .filter(point -> IS_MESSAGE.matcher(point.what()).find())
                .filter(point -> !IS_EDIT.matcher(point.what()).find()
                        || point.number() == 1
                        || point.number() == numbers.getOrDefault(point.what(), 0L))
                .toList();
    }

    /** Only what may come a second time, as an edit that can be one with the next, need not come in every onboarding. */
    private static void survives(
            KillPoints points, Undisturbed undisturbed, List<Point> all, int samples, TestReporter reporter) {
        List<Kill> kills = chosen(all, samples);
        int rounds = Math.ceilDiv(kills.size(), AT_ONCE);
        List<Kill> missed = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Kill> some = everyOther(kills, round, rounds);
            missed.addAll(points.survive(some, undisturbed));
            some.forEach(kill -> reporter.publishEntry(missed.contains(kill) ? "did not come" : "killed", "" + kill));
        }
        assertThat(missed).allMatch(kill -> kill.at().number() > 1, "need not come");
    }

    /** Far from each other, so that each is reached while the others wait. */
    private static List<Kill> everyOther(List<Kill> kills, int first, int step) {
        return IntStream.iterate(first, number -> number < kills.size(), number -> number + step)
                .mapToObj(kills::get)
                .toList();
    }

    private static List<Kill> chosen(List<Point> all, int samples) {
        if (CHOSEN == null) {
            return IntStream.rangeClosed(1, samples)
                    .map(sample -> Math.ceilDiv(sample * all.size(), samples))
                    .mapToObj(number -> new Kill(all.get(number - 1), number % 2 == 0))
                    .toList();
        }
        Pattern some = Pattern.compile(CHOSEN.equals("all") ? "" : CHOSEN);
        return all.stream()
                .flatMap(point -> Stream.of(new Kill(point, false), new Kill(point, true)))
                .filter(kill -> some.matcher(kill.toString()).find())
                .toList();
    }
}
