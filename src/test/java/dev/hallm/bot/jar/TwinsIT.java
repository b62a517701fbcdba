package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Point;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.platform.slack.fake.Delivery;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.scenario.DiscordStage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes on one PostgreSQL, both of which hear everything that Slack delivers, do each onboarding once; what one of
 * them was at when it was killed, the other brings to its end.
 */
class TwinsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** As long as a row belongs to the process that died over it, and a little. */
    private static final Duration LONGEST_UNTIL_REPEATED = Duration.ofSeconds(35);

    private static final Point IN_HELM =
            new Point("kubernetes POST /apis/apps/v1/namespaces/ha-llm-user-TENANT/deployments?fieldManager=java", 1);

    @TempDir
    Path folder;

    private final Surroundings surroundings = new Surroundings();
    private final List<BotProcess> alive = new CopyOnWriteArrayList<>();
    private final Stage slack = new SlackStage(surroundings.slack(), this::toAll);
    private final Stage discord = new DiscordStage(surroundings);

    @SuppressWarnings("NullAway.Init") // before each test
    private EmbeddedPostgres postgres;

    @BeforeEach
    void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        surroundings.discord().gateway().identifyWindow(Duration.ZERO);
    }

    @AfterEach
    void stop() throws IOException {
        alive.forEach(BotProcess::close);
        postgres.close();
        surroundings.close();
    }

    /** Each delivery goes to everybody who is there at once; each of them has to acknowledge it. */
    private Receipt toAll(Delivery delivery) {
        List<CompletableFuture<Receipt>> receipts = alive.stream()
                .map(bot -> CompletableFuture.supplyAsync(
                        () -> surroundings.slack().http(bot.slackEvents()).deliver(delivery)))
                .toList();
        List<Receipt> all = receipts.stream().map(CompletableFuture::join).toList();
        assertThat(all).isNotEmpty().allMatch(Receipt::acknowledged);
        return all.getFirst();
    }

    @Test
    void onboardEachTenantOnceAndOneForTheOtherThatIsKilled(TestReporter reporter) {
        startBoth();
        List<String> bySlack = List.of("twin-1", "twin-2", "twin-3");
        List<String> byDiscord = List.of("twin-4", "twin-5");
        Stall stall = surroundings.effects().stall("twin-2", IN_HELM, false);
        bySlack.forEach(tenant -> ask(slack, tenant));
        byDiscord.forEach(tenant -> ask(discord, tenant));

        together(Stream.concat(
                bySlack.stream().map(tenant -> () -> approve(slack, tenant)),
                byDiscord.stream().map(tenant -> () -> approve(discord, tenant))));
        stall.awaitReached(PATIENCE);
        Instant killed = Instant.now();
        kill(stall);

        ask(slack, "alone-1");
        approve(slack, "alone-1");
        surroundings.awaitDiscordCommands();
        ask(discord, "alone-2");
        approve(discord, "alone-2");
        Stream.of("alone-1", "alone-2").forEach(this::awaitReady);
        bySlack.forEach(this::awaitReady);
        byDiscord.forEach(this::awaitReady);
        reporter.publishEntry(
                "all ready after the kill",
                Duration.between(killed, Instant.now()).toString());
        await("repeats")
                .atMost(PATIENCE)
                .until(() -> killed.plus(LONGEST_UNTIL_REPEATED).isBefore(Instant.now()));
        assertThat(bySlack).allSatisfy(tenant -> assertLike("alone-1", tenant));
        assertThat(byDiscord).allSatisfy(tenant -> assertLike("alone-2", tenant));
        assertThat(surroundings.slack().problems()).isEmpty();
        assertThat(surroundings.discord().problems()).isEmpty();
    }

    /** At the same time, on an empty database. */
    private void startBoth() {
        Stream.of("one", "other")
                .map(name -> CompletableFuture.supplyAsync(() -> start(name)))
                .toList()
                .forEach(bot -> alive.add(bot.join()));
        surroundings.awaitDiscordCommands();
    }

    /** With a token of its own, which tells who does what to the cluster. */
    private BotProcess start(String name) {
        String kubeconfig = surroundings.kube().kubeconfig().replace("token: in-memory-admin", "token: of-" + name);
        return BotLaunch.in(folder)
                .named(name)
                .on(postgres.getJdbcUrl("postgres", "postgres"), "postgres")
                .with(surroundings)
                .withKubeconfig(write("kubeconfig-" + name, kubeconfig))
                .start()
                .awaitTenants()
                .awaitUp("slack", "discord");
    }

    private Path write(String file, String content) {
        try {
            return Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void ask(Stage stage, String tenant) {
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("cy"), "size", "small"));
    }

    private static void approve(Stage stage, String tenant) {
        stage.clicks("bo", stage.in(Place.APPROVALS, "Access request · " + tenant + " ·"), "Approve request");
    }

    private static void together(Stream<Runnable> deeds) {
        deeds.map(CompletableFuture::runAsync).toList().forEach(CompletableFuture::join);
    }

    /** The one that does it, and nobody else. */
    private void kill(Stall stall) {
        BotProcess victim = alive.get(stall.by().endsWith("of-one") ? 0 : 1);
        victim.kill();
        alive.remove(victim);
        stall.lose();
    }

    private void awaitReady(String tenant) {
        slack.in(Place.OPERATIONS, tenant + " is ready, after");
        discord.in(Place.OPERATIONS, tenant + " is ready, after");
        slack.in(Place.OPERATIONS, tenant + " is ready for");
        discord.in(Place.OPERATIONS, tenant + " is ready for");
    }

    private void assertLike(String alone, String tenant) {
        assertThat(Transcript.of(surroundings, tenant))
                .as("what is said about " + tenant)
                .containsExactlyElementsOf(Transcript.of(surroundings, alone));
        assertThat(surroundings.kube().lastingState("ha-llm-user-" + tenant))
                .as("what there is of " + tenant)
                .containsExactlyElementsOf(surroundings.kube().lastingState("ha-llm-user-" + alone));
        assertThat(journal(tenant))
                .as("the journal of " + tenant)
                .hasSizeGreaterThan(8)
                .doesNotHaveDuplicates()
                .isEqualTo(journal(alone));
        assertThat(answers(tenant))
                .as("answers to the request")
                .hasSize(answers(alone).size());
    }

    private List<@Nullable String> journal(String tenant) {
        return JdbcClient.create(postgres.getPostgresDatabase())
                .sql("""
                        select step || ' ' || outcome from journal
                        where operation in (select id from operation where tenant = ?) order by id""")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<String> answers(String tenant) {
        return surroundings.slack().workspace().ephemeral(Surroundings.slackId("ana")).stream()
                .map(SlackMessage::flat)
                .filter(text -> text.contains(tenant))
                .toList();
    }
}
