package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.platform.slack.fake.SlackTransport;
import dev.hallm.bot.scenario.DiscordStage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.scenario.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar does its main job on a real cluster, asked and approved on each platform. */
@RealCluster
class RealClusterPlatformsIT {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static BotProcess bot;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        bot = BotLaunch.in(folder)
                .with(surroundings)
                .withKubeconfig(Path.of(System.getenv().getOrDefault(RealCluster.KUBECONFIG, "")))
                .start()
                .awaitTenants()
                .awaitUp("slack", "discord", "kubernetes");
        surroundings.awaitDiscordCommands();
    }

    @AfterAll
    static void stop() {
        bot.close();
        surroundings.close();
    }

    @Test
    void onSlackByHttp() {
        onboards(slack(surroundings.slack().http(bot.slackEvents())), "by-http");
    }

    @Test
    void onSlackBySocketMode() {
        onboards(slack(surroundings.slack().socket()), "by-socket");
    }

    @Test
    void onDiscord() {
        onboards(new DiscordStage(surroundings), "on-discord");
    }

    private static Stage slack(SlackTransport transport) {
        return new SlackStage(surroundings.slack(), transport);
    }

    private static void onboards(Stage stage, String tenant) {
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("cy"), "size", "small"));
        Seen request = stage.in(Place.APPROVALS, "Access request · " + tenant + " ·");

        stage.clicks("bo", request, "Approve request");

        stage.becomes(request, "Approved by " + stage.name("bo"));
        stage.becomes(stage.in(Place.OPERATIONS, "Onboarding " + tenant + " ·"), tenant + " is ready");
        Seen welcome = stage.in(Place.direct("cy"), "Welcome! " + tenant);
        assertThat(stage.secretOf("cy", welcome, "Show once")).contains("Credentials of " + tenant);
        assertThat(surroundings.slack().problems()).isEmpty();
        assertThat(surroundings.discord().problems()).isEmpty();
        JsonLog.assertClean(bot.log(), surroundings);
    }
}
